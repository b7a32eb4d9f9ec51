using System.Globalization;
using KerasNet.Saving;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>A model's weights in a checkpoint: reads those that tf.keras wrote, and writes such, along the graph of objects: layers by number, what is in them by the names of Python's attributes.</summary>
internal sealed class CheckpointWeights
{
    private readonly CheckpointObjects _objects;
    private readonly List<string> _missing = [];
    private readonly List<KerasVariable> _targets = [];
    private readonly List<Tensor> _values = [];
    private readonly Dictionary<int, KerasVariable> _variables = [];

    private CheckpointWeights(CheckpointObjects objects) => _objects = objects;

    /// <summary>Fills the variables, all or none.</summary>
    /// <returns>The state of an optimizer that lies beside them.</returns>
    /// <exception cref="ArgumentException">The checkpoint's variables are not those of the model.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or has no graph of objects.</exception>
    public static CheckpointOptimizer Load(Model model, Checkpoint checkpoint, string path, bool skipMismatch)
    {
        var graph = checkpoint.Objects() is { Nodes.Count: > 0 } found ? found
            : throw new InvalidDataException($"Checkpoint '{path}' has no graph of objects, as those of TensorFlow 1's Saver. Its variables have names only: read them with Checkpoint.Read and layer.SetWeights.");
        var reader = new CheckpointWeights(new CheckpointObjects(checkpoint, graph));
        var root = reader.Root();
        reader.Visit(SavedTree.Of(model), root);
        if (reader._missing.Count > 0)
        {
            var text = $"A total of {reader._missing.Count} objects could not be loaded from checkpoint '{path}'. {string.Join(" ", reader._missing.Take(5))}";
            if (!skipMismatch)
            {
                throw new ArgumentException(text + " Pass skipMismatch: true to leave them as they are.");
            }

            Console.Error.WriteLine(text);
        }

        WeightValues.Write(reader._targets, reader._values);
        return new CheckpointOptimizer(reader._objects, reader.Child(root, "optimizer") ?? reader.Child(0, "optimizer"), reader._variables);
    }

    /// <summary>Writes a checkpoint of a model: its weights, and the state of its optimizer.</summary>
    public static void Save(Model model, string path)
    {
        var objects = ObjectGraphBuilder.Of(model);
        using var writer = new CheckpointWriter(path);
        foreach (var (key, variable) in objects.Variables)
        {
            writer.Add(key, WeightValues.Read([variable])[0]);    // one at a time: a model's weights twice would be too much
        }

        writer.Add(Checkpoint.ObjectGraph, TensorShape.Scalar, [objects.Message]);
        writer.Commit();
        CheckpointWriter.WriteState(path);
    }

    /// <summary>The model is the root, or lies under it where <c>tf.train.Checkpoint(model=model)</c> was saved.</summary>
    private int Root() => Child(0, "layer-0") is null && Child(0, "model") is { } model ? model : 0;

    private void Visit(SavedNode node, int id)
    {
        foreach (var variable in node.Variables.Where(v => v.DType != DataType.String))
        {
            Fill(node, variable, id);
        }

        var isNumbered = node.Owner is Model { Graph: not null } or Sequential;
        var weighted = 0;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (path, child) in node.Children)
        {
            var folder = path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : null;
            var position = folder is null ? 0 : positions[folder] = positions.GetValueOrDefault(folder, -1) + 1;
            if (!child.HasVariables)
            {
                continue;
            }

            var found = isNumbered ? Child(id, Number("layer_with_weights-", weighted++)) ?? Operation(id, (Model)node.Owner, child.Owner)
                : folder is null ? Attribute(id, path)
                : Attribute(id, folder) is { } list ? Child(list, Number("", position)) : null;
            if (found is { } inside)
            {
                Visit(child, inside);
            }
            else
            {
                _missing.Add($"'{child.Name}' is not in the checkpoint.");
            }
        }
    }

    /// <summary>A layer where Keras 3 has it: among all operations, of a Sequential in the functional model inside.</summary>
    private int? Operation(int id, Model model, object layer) => Child(Child(id, "_functional") ?? id, "_operations") is { } list
        ? Child(list, Number("", ObjectGraphBuilder.OperationsOf(model).IndexOf((Layers.Operation)layer))) : null;

    private void Fill(SavedNode node, KerasVariable variable, int id)
    {
        // Keras 2 said which kernel it was.
        var at = Attribute(id, variable.Name) ?? (node.Owner is Layers.DepthwiseConv1D or Layers.DepthwiseConv2D ? Child(id, "depthwise_" + variable.Name) : null);
        if (_objects.Variable(at) is not var (key, entry))
        {
            _missing.Add($"Layer '{node.Name}': variable '{variable.Name}' is not in the checkpoint, which has {_objects.Names(id)} there.");
        }
        else if (entry.Shape != variable.Shape)
        {
            _missing.Add($"Layer '{node.Name}': variable '{variable.Name}' has shape {variable.Shape}, the checkpoint's has {entry.Shape}.");
        }
        else
        {
            var value = _objects.Read(key);
            _variables[at!.Value] = variable;
            _targets.Add(variable);
            _values.Add(value.DType == variable.DType ? value : Ops.Cast(value, variable.DType));
        }
    }

    /// <summary>An attribute, private in one version and public in another.</summary>
    private int? Attribute(int id, string name) => Child(id, name) ?? Child(id, name.TrimStart('_')) ?? Child(id, "_" + name);

    private int? Child(int id, string name) => _objects.Child(id, name);

    private static string Number(string before, int number) => before + number.ToString(CultureInfo.InvariantCulture);
}

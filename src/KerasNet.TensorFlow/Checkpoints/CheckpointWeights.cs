using System.Globalization;
using KerasNet.Saving;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>A model's weights in a checkpoint: reads those that tf.keras wrote, and writes such, along the graph of objects: layers by number, what is in them by the names of Python's attributes.</summary>
internal sealed class CheckpointWeights
{
    private readonly Checkpoint _checkpoint;
    private readonly TrackableObjectGraph _graph;
    private readonly List<string> _missing = [];
    private readonly List<KerasVariable> _targets = [];
    private readonly List<Tensor> _values = [];

    private CheckpointWeights(Checkpoint checkpoint, TrackableObjectGraph graph) => (_checkpoint, _graph) = (checkpoint, graph);

    /// <summary>Fills the variables, all or none.</summary>
    /// <exception cref="ArgumentException">The checkpoint's variables are not those of the model.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or has no graph of objects.</exception>
    public static void Load(Model model, Checkpoint checkpoint, string path, bool skipMismatch)
    {
        var graph = checkpoint.Objects() is { Nodes.Count: > 0 } found ? found
            : throw new InvalidDataException($"Checkpoint '{path}' has no graph of objects, as those of TensorFlow 1's Saver. Its variables have names only: read them with Checkpoint.Read and layer.SetWeights.");
        var reader = new CheckpointWeights(checkpoint, graph);
        reader.Visit(SavedTree.Of(model), reader.Root());
        if (reader._missing.Count > 0)
        {
            var text = $"A total of {reader._missing.Count} objects could not be loaded from checkpoint '{path}'. {string.Join(" ", reader._missing.Take(5))}";
            if (!skipMismatch)
            {
                throw new ArgumentException(text + " Pass skipMismatch: true to leave them as they are.");
            }

            Console.Error.WriteLine(text);
        }

        if (model.Optimizer is { } optimizer && reader.Child(0, "optimizer") is { } state)
        {
            reader.Optimizer(model, optimizer, state);
        }

        WeightValues.Write(reader._targets, reader._values);
    }

    /// <summary>The state of an optimizer of Keras 2.11 or later, or of Keras 3; all of it or none.</summary>
    private void Optimizer(Model model, Optimizers.Optimizer optimizer, int id)
    {
        optimizer.Build(model.TrainableWeights);
        var slots = OptimizerSlots.Of(optimizer);
        var found = slots?.SelectMany(s => s.Variables.Select((v, i) => (Variable: v, Value: Attribute(id, s.Attribute) is not { } place ? null
            : !s.IsList ? Stored(place) : Child(place, Number("", i)) is { } item ? Stored(item) : null))).ToList();
        if (found is null || found.Exists(f => f.Value?.Shape != f.Variable.Shape))
        {
            Console.Error.WriteLine($"Model '{model.Name}': the checkpoint's optimizer has another state than {optimizer.GetType().Name}, so that starts anew.");
            return;
        }

        _targets.AddRange(found.Select(f => f.Variable));
        _values.AddRange(found.Select(f => f.Value!.DType == f.Variable.DType ? f.Value : Ops.Cast(f.Value, f.Variable.DType)));
    }

    /// <summary>The value of a variable; null where the object is none.</summary>
    private Tensor? Stored(int id) => Key(id) is { } key && _checkpoint.Entries.ContainsKey(key) ? _checkpoint.ReadTensor(key) : null;

    private string? Key(int id) => _graph.Nodes[id].Attributes.FirstOrDefault(a => a.Name == ObjectGraphBuilder.Value)?.CheckpointKey;

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
        var key = (Attribute(id, variable.Name) ?? (node.Owner is Layers.DepthwiseConv1D or Layers.DepthwiseConv2D ? Child(id, "depthwise_" + variable.Name) : null)) is { } found ? Key(found) : null;
        if (key is null || !_checkpoint.Entries.TryGetValue(key, out var entry))
        {
            _missing.Add($"Layer '{node.Name}': variable '{variable.Name}' is not in the checkpoint, which has {string.Join(", ", _graph.Nodes[id].Children.Select(c => c.LocalName).Take(10))} there.");
        }
        else if (entry.Shape != variable.Shape)
        {
            _missing.Add($"Layer '{node.Name}': variable '{variable.Name}' has shape {variable.Shape}, the checkpoint's has {entry.Shape}.");
        }
        else
        {
            var value = _checkpoint.ReadTensor(key);
            _targets.Add(variable);
            _values.Add(value.DType == variable.DType ? value : Ops.Cast(value, variable.DType));
        }
    }

    /// <summary>An attribute, private in one version and public in another.</summary>
    private int? Attribute(int id, string name) => Child(id, name) ?? Child(id, name.TrimStart('_')) ?? Child(id, "_" + name);

    private int? Child(int id, string name)
    {
        var child = _graph.Nodes[id].Children.FirstOrDefault(c => c.LocalName == name)?.NodeId;
        return child is null || (child >= 0 && child < _graph.Nodes.Count) ? child
            : throw new InvalidDataException($"The checkpoint's graph of objects names object {child} of {_graph.Nodes.Count}.");
    }

    private static string Number(string before, int number) => before + number.ToString(CultureInfo.InvariantCulture);
}

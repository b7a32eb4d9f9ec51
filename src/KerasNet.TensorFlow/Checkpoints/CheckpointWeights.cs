using System.Globalization;
using KerasNet.Saving;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>Fills a model's variables from a checkpoint that tf.keras wrote, along its graph of objects: layers by number, what is in them by the names of Python's attributes.</summary>
internal sealed class CheckpointWeights
{
    private const string Value = "VARIABLE_VALUE";
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

        WeightValues.Write(reader._targets, reader._values);
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

            var found = isNumbered ? Child(id, Number("layer_with_weights-", weighted++))
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

    private void Fill(SavedNode node, KerasVariable variable, int id)
    {
        // Keras 2 said which kernel it was.
        var key = (Attribute(id, variable.Name) ?? (node.Owner is Layers.DepthwiseConv1D or Layers.DepthwiseConv2D ? Child(id, "depthwise_" + variable.Name) : null)) is { } found ? _graph.Nodes[found].Attributes.FirstOrDefault(a => a.Name == Value)?.CheckpointKey : null;
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

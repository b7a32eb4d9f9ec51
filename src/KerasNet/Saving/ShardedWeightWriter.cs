using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Saving;

/// <summary>Writes variables into several files of a limited size, and an index of them, as Keras 3 does.</summary>
/// <param name="index">The index: <c>model.weights.json</c>. The parts lie beside it, <c>model_00000.weights.h5</c> and so on.</param>
/// <param name="maxShardSize">Size of a part, in units of 1024³ bytes.</param>
internal sealed class ShardedWeightWriter(string index, double maxShardSize)
{
    private readonly double _most = maxShardSize * (1L << 30);
    private readonly JsonObject _map = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private Hdf5Writer? _part;
    private string _name = string.Empty;
    private int _count;
    private double _size;
    private double _total;

    /// <exception cref="ArgumentException">A variable is larger than a part.</exception>
    public void Write(SavedNode tree, Optimizer? optimizer)
    {
        try
        {
            Node(tree, string.Empty);
            if (optimizer is { Built: true })
            {
                Node(SavedTree.OfOptimizer(optimizer, isWritten: true), "/optimizer");
            }

            _part?.Commit();
        }
        finally
        {
            _part?.Dispose();
        }

        var text = new JsonObject { ["metadata"] = new JsonObject { ["total_size"] = _total }, ["weight_map"] = _map }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        WholeFile.Write(index, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    private void Node(SavedNode node, string path)
    {
        IEnumerable<(string Name, Tensor Value)> own = node.State is { } state ? state.SaveOwnVariables()
            : WeightValues.Read(node.Variables).Select((v, i) => (i.ToString(CultureInfo.InvariantCulture), v));
        foreach (var (name, value) in own)
        {
            Add(node.Name, path + "/vars", name, value);
        }

        foreach (var (child, inside) in node.Children)
        {
            Node(inside, $"{path}/{child}");
        }
    }

    private void Add(string owner, string path, string name, Tensor value)
    {
        double size = value.Size * value.DType.Size();
        if (size > _most)
        {
            throw new ArgumentException($"The size of {path}/{name} is {size} bytes which exceeds the maximum shard size {_most} bytes. You can increase the `max_shard_size` parameter to accommodate the size.");
        }

        if (_part is null || _size + size > _most)
        {
            _part?.Commit();
            _part?.Dispose();
            var stem = Path.GetFileNameWithoutExtension(index).Replace(".weights", string.Empty, StringComparison.Ordinal);
            _name = $"{stem}_{_count++:00000}.weights.h5";
            _part = Hdf5Writer.Create(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(index))!, _name));
            _size = 0;
        }

        (_size, _total) = (_size + size, _total + size);
        var group = _part.Root.Group(path[1..]);
        if (_named.Add(_name + path))
        {
            group.SetText("name", owner, utf8: true);
        }

        // As in Keras a single variable has its file's name, several have a list.
        List<string> files = _map[path] switch { null => [], JsonArray several => [.. several.Select(n => n!.GetValue<string>())], var one => [one.GetValue<string>()] };
        _map[path] = files.Count == 0 ? _name : new JsonArray([.. files.Append(_name).Distinct(StringComparer.Ordinal).Select(f => (JsonNode)f)]);
        WeightWriter.Add(group, name, value);
    }
}

using System.Globalization;
using KerasNet.Hdf5;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>An object of a weights file that is being edited: its arrays and the objects inside, by name, in the order of the file.</summary>
internal sealed class WeightTree
{
    private readonly OrderedDictionary<string, object> _items = new(StringComparer.Ordinal);

    /// <summary>Names of arrays and objects.</summary>
    public IReadOnlyList<string> Names => [.. _items.Keys];

    /// <summary>True where there is neither.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>A <see cref="Tensor"/> or a <see cref="WeightTree"/>; null where there is none of the name.</summary>
    public object? this[string name] => _items.GetValueOrDefault(name);

    public void Set(string name, object item) => _items[name] = item;

    public bool Remove(string name) => _items.Remove(name);

    /// <summary>The object inside of a name.</summary>
    public WeightTree? Inside(string name) => this[name] as WeightTree;

    /// <summary>How many objects, here and inside, hold something of a name.</summary>
    public int Count(string name) => (_items.ContainsKey(name) ? 1 : 0) + _items.Values.OfType<WeightTree>().Sum(t => t.Count(name));

    /// <summary>The first object, here or inside, that holds something of a name.</summary>
    public WeightTree? Holder(string name) => _items.ContainsKey(name) ? this : _items.Values.OfType<WeightTree>().Select(t => t.Holder(name)).FirstOrDefault(t => t is not null);

    /// <summary>All that stands in a group. What an object's own <c>vars</c> holds stands in it.</summary>
    public static WeightTree Of(Hdf5Group group)
    {
        var tree = new WeightTree();
        foreach (var name in group.Names)
        {
            switch (group.Find(name))
            {
                case Hdf5Group vars when name == "vars":
                    foreach (var array in vars.Datasets)
                    {
                        tree.Set(array.Path[(array.Path.LastIndexOf('/') + 1)..], StoredTensor.Read(array));
                    }

                    break;
                case Hdf5Group inner when Of(inner) is { IsEmpty: false } inside:
                    tree.Set(name, inside);
                    break;
                case Hdf5Dataset array:
                    tree.Set(name, StoredTensor.Read(array));
                    break;
                default:
                    break;
            }
        }

        return tree;
    }

    /// <summary>What a model's file would hold.</summary>
    public static WeightTree Of(Model model)
    {
        var tree = Of(SavedTree.Of(model));
        if (model.Optimizer is { Built: true } optimizer)
        {
            tree.Set("optimizer", Of(SavedTree.OfOptimizer(optimizer, isWritten: true)));
        }

        return tree;
    }

    /// <summary>Writes it in Keras 3's form.</summary>
    public void Write(Hdf5GroupWriter group)
    {
        foreach (var (name, item) in _items)
        {
            if (item is WeightTree { IsEmpty: false } inside)
            {
                inside.Write(group.Group(name));
            }
            else if (item is Tensor value)
            {
                WeightWriter.Add(group.Group("vars"), name, value);
            }
        }
    }

    private static WeightTree Of(SavedNode node)
    {
        var tree = new WeightTree();
        IEnumerable<(string Name, Tensor Value)> own = node.State is { } state ? state.SaveOwnVariables() : node.Variables.Select((v, i) => (i.ToString(CultureInfo.InvariantCulture), v.ReadNow()));
        foreach (var (name, value) in own.OrderBy(v => v.Name, StringComparer.Ordinal))
        {
            tree.Set(name, value);
        }

        foreach (var (path, child) in node.Children.Where(c => c.Node.HasVariables || c.Node.State is not null))
        {
            if (Of(child) is { IsEmpty: false } inside)
            {
                var place = tree;
                string[] parts = path.Split('/');
                foreach (var part in parts[..^1])
                {
                    if (place.Inside(part) is not { } next)
                    {
                        place.Set(part, next = new WeightTree());
                    }

                    place = next;
                }

                place.Set(parts[^1], inside);
            }
        }

        return tree;
    }
}

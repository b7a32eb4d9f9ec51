using System.Globalization;
using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Saving;

/// <summary>Writes variables as Keras 3 does: a group <c>vars</c> for each object, with its name beside them.</summary>
internal static class WeightWriter
{
    public static void Write(SavedNode tree, Optimizer? optimizer, Hdf5GroupWriter root)
    {
        Node(tree, root);
        if (optimizer is { Built: true })
        {
            Node(SavedTree.OfOptimizer(optimizer, isWritten: true), root.Group("optimizer"));
        }
    }

    /// <summary>One array; bfloat16 has no type in HDF5, so Keras says it beside 16 bits.</summary>
    public static void Add(Hdf5GroupWriter group, string name, Tensor value)
    {
        long[] shape = [.. value.Shape.Dims.ToArray().Select(d => (long)d)];
        if (value.DType == DataType.BFloat16)
        {
            group.AddDataset(name, Hdf5ElementType.UInt16, shape, value.Bytes()).SetText("dtype", "bfloat16", utf8: true);
        }
        else
        {
            group.AddDataset(name, TypeOf(value.DType), shape, value.Bytes());
        }
    }

    private static void Node(SavedNode node, Hdf5GroupWriter group)
    {
        foreach (var (path, child) in node.Children)
        {
            Node(child, group.Group(path));
        }

        var vars = group.Group("vars");
        vars.SetText("name", node.Name, utf8: true);
        if (node.State is { } state)
        {
            foreach (var (name, value) in state.SaveOwnVariables())
            {
                Add(vars, name, value);
            }

            return;
        }

        // One layer's values at a time: a model's twice would be too much.
        foreach (var (value, i) in WeightValues.Read(node.Variables).Select((v, i) => (v, i)))
        {
            Add(vars, i.ToString(CultureInfo.InvariantCulture), value);
        }
    }

    private static Hdf5ElementType TypeOf(DataType type) => type switch
    {
        DataType.Float16 => Hdf5ElementType.Float16,
        DataType.Float32 => Hdf5ElementType.Float32,
        DataType.Float64 => Hdf5ElementType.Float64,
        DataType.Int8 => Hdf5ElementType.Int8,
        DataType.Int16 => Hdf5ElementType.Int16,
        DataType.Int32 => Hdf5ElementType.Int32,
        DataType.Int64 => Hdf5ElementType.Int64,
        DataType.UInt8 => Hdf5ElementType.UInt8,
        DataType.UInt16 => Hdf5ElementType.UInt16,
        DataType.UInt32 => Hdf5ElementType.UInt32,
        DataType.UInt64 => Hdf5ElementType.UInt64,
        DataType.Bool => Hdf5ElementType.Boolean,
        _ => throw new NotSupportedException($"A weight of type {type.Name()} cannot be written to HDF5."),
    };
}

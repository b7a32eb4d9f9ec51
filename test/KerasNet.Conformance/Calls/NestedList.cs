namespace KerasNet.Conformance.Calls;

/// <summary>Nested lists of numbers as arrays, as TensorFlow takes them: whole numbers as int32, others as float32.</summary>
internal static class NestedList
{
    /// <summary>The array, or null when the list is ragged or holds something else.</summary>
    public static Tensor? ToTensor(object?[] list)
    {
        if (list.Length > 0 && Array.TrueForAll(list, i => i is Tensor))
        {
            return Ops.Stack([.. list.Cast<Tensor>()]);
        }

        var dims = new List<int>();
        for (object? level = list; level is object?[] part; level = part.Length > 0 ? part[0] : null)
        {
            dims.Add(part.Length);
        }

        var leaves = Leaves(list, dims.Count).ToList();
        var shape = new TensorShape([.. dims]);
        if (leaves.Count != shape.Size || !leaves.TrueForAll(l => l is bool or int or long or double))
        {
            return null;
        }

        var wide = Tensor.Create<double>([.. leaves.Select(l => Convert.ToDouble(l, System.Globalization.CultureInfo.InvariantCulture))], shape);
        return RawOps.Cast(wide, leaves.Count > 0 && leaves.TrueForAll(l => l is bool) ? DataType.Bool : leaves.Count > 0 && leaves.TrueForAll(l => l is int or bool) ? DataType.Int32 : DataType.Float32);
    }

    private static IEnumerable<object?> Leaves(object? item, int depth) =>
        depth == 0 || item is not object?[] list ? [item] : list.SelectMany(i => Leaves(i, depth - 1));
}

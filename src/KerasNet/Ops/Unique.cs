namespace KerasNet;

public static partial class Ops
{
    /// <summary>The different elements, or slices along an axis; and as asked for, where each comes first, which of them stands at each place, and how often each comes.</summary>
    /// <remarks>Python: <c>keras.ops.unique</c>.</remarks>
    /// <param name="x">Numbers.</param>
    /// <param name="sorted">Whether they ascend; else they stand in the order in which they come first.</param>
    /// <param name="returnIndex">Whether the places where they come first are given.</param>
    /// <param name="returnInverse">Whether their numbers at each place are given.</param>
    /// <param name="returnCounts">Whether it is given how often each comes.</param>
    /// <param name="axis">Axis of the slices; null: all elements.</param>
    /// <param name="size">Number of results: the others are left out, missing ones filled; null: as many as there are.</param>
    /// <param name="fillValue">What fills; null: 0.</param>
    /// <example><c>var (values, counts) = Ops.Unique(x, returnCounts: true);</c></example>
    public static Tensors Unique(Tensor x, bool sorted = true, bool returnIndex = false, bool returnInverse = false, bool returnCounts = false, int? axis = null, int? size = null, Tensor? fillValue = null)
    {
        var all = RunMany(
            "Unique",
            [x],
            t => Different(t[0], sorted, axis, size, fillValue) is var (values, first, numbers, counts) ? [values, .. returnIndex ? [first] : Array.Empty<Tensor>(), .. returnInverse ? [numbers] : Array.Empty<Tensor>(), .. returnCounts ? [counts] : Array.Empty<Tensor>()] : [],
            ("sorted", sorted),
            ("return_index", returnIndex),
            ("return_inverse", returnInverse),
            ("return_counts", returnCounts),
            ("axis", axis),
            ("size", size),
            ("fill_value", fillValue is null ? null : fillValue.ToDouble()));
        return all.Length == 1 ? (Tensors)all[0] : all;
    }

    private static (Tensor Values, Tensor First, Tensor Numbers, Tensor Counts) Different(Tensor x, bool sorted, int? axis, int? size, Tensor? fillValue)
    {
        var flat = axis is null ? RawOps.Reshape(x, RawOps.Constant(-1)) : x;
        var along = axis is { } a ? x.Shape.Axis(a) : 0;
        var (values, numbers, counts) = RawOps.UniqueWithCountsV2(flat, along);
        var first = RawOps.UnsortedSegmentMin(RawOps.Range(RawOps.Dim(flat, along)), numbers, RawOps.Dim(values, along));
        if (sorted)
        {
            var order = Ascending(values, along);
            (values, first, counts) = (RawOps.GatherV2(values, order, along), RawOps.GatherV2(first, order), RawOps.GatherV2(counts, order));
            numbers = RawOps.GatherV2(RawOps.InvertPermutation(order), numbers);
        }

        if (size is { } wanted)
        {
            var fill = fillValue is null ? Number(0, values) : RawOps.Cast(fillValue, values.DType);
            (values, first, counts) = (Resized(values, along, wanted, fill), Resized(first, 0, wanted, RawOps.Scalar(1)), Resized(counts, 0, wanted, RawOps.Scalar(0)));
        }

        return (values, first, axis is null ? RawOps.Reshape(numbers, RawOps.Shape(x), x.Shape) : numbers, counts);
    }

    /// <summary>The order in which slices ascend, their first elements counting most.</summary>
    private static Tensor Ascending(Tensor x, int axis)
    {
        if (x.Rank == 1)
        {
            return Sorted(x.DType == DataType.Bool ? RawOps.Cast(x, DataType.Int8) : x, 0).Positions;
        }

        var columns = x.Shape.ToArray().Where((_, i) => i != axis).Aggregate(1, (p, d) => d < 0 || p < 0 ? -1 : p * d);
        if (columns < 0)
        {
            throw new ArgumentException($"Slices are sorted by their elements, whose number must be known. Received: shape {x.Shape}, axis={axis}. Use sorted: false.", nameof(axis));
        }

        int[] order = [.. Enumerable.Range(0, x.Rank)];
        (order[0], order[axis]) = (order[axis], order[0]);
        var rows = RawOps.Reshape(RawOps.Transpose(x, order), RawOps.Constant(-1, columns));
        var places = RawOps.Range(RawOps.Dim(rows, 0));
        for (var column = columns - 1; column >= 0; column--)
        {
            var keys = RawOps.GatherV2(GetItem(rows, Range.All, column), places);
            places = RawOps.GatherV2(places, Sorted(keys, 0).Positions);
        }

        return places;
    }

    private static Tensor Resized(Tensor x, int axis, int size, Tensor fill)
    {
        var count = RawOps.Dim(x, axis);
        var cut = RawOps.GatherV2(x, RawOps.Range(RawOps.Minimum(count, RawOps.Scalar(size))), axis);
        var missing = RawOps.Maximum(RawOps.Scalar(0), RawOps.Sub(RawOps.Scalar(size), count));
        var margins = Enumerable.Repeat(RawOps.Scalar(0), 2 * x.Rank).ToArray();
        margins[(2 * axis) + 1] = missing;
        var padded = RawOps.PadV2(cut, RawOps.Reshape(RawOps.Dims(margins), RawOps.Constant(x.Rank, 2)), fill);
        return RawOps.Reshape(padded, RawOps.Shape(padded), x.Shape.With(axis, size));
    }
}

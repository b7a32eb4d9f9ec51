namespace KerasNet;

public static partial class Ops
{
    /// <summary>How many elements of a vector lie between each two of a number of equally distant edges, and these edges.</summary>
    /// <remarks>Python: <c>keras.ops.histogram</c>.</remarks>
    /// <param name="x">A vector.</param>
    /// <param name="bins">Number of stretches.</param>
    /// <param name="range">First and last edge; null: the least and the largest element. What lies outside is left out.</param>
    /// <exception cref="ArgumentException">The tensor is not a vector, or an argument is out of range.</exception>
    public static (Tensor Counts, Tensor Edges) Histogram(Tensor x, int bins = 10, (double First, double Last)? range = null)
    {
        if (bins < 0)
        {
            throw new ArgumentException($"Argument `bins` should be a non-negative integer. Received: bins={bins}", nameof(bins));
        }

        if (range is { } given && given.Last < given.First)
        {
            throw new ArgumentException($"The second element of `range` must be greater than the first. Received: range={given}", nameof(range));
        }

        if (x.Rank > 1 && !x.IsKeras)
        {
            throw new ArgumentException($"Input tensor must be 1-dimensional. Received: input.shape={x.Shape}", nameof(x));
        }

        var both = RunMany(
            "Histogram",
            [x],
            t =>
            {
                var values = RawOps.Reshape(t[0], RawOps.Constant(-1));
                var all = RawOps.Constant(0);
                var (low, high) = range is { } r ? (Number(r.First, values), Number(r.Last, values)) : (RawOps.Min(values, all), RawOps.Max(values, all));
                var edges = RawOps.Cast(Linspace(low, high, bins + 1), values.DType);
                var inner = RawOps.Slice(edges, RawOps.Constant([1]), RawOps.Constant([Math.Max(0, bins - 1)]));
                var places = SearchSorted(inner, values, "right");
                var inside = RawOps.LogicalAnd(RawOps.GreaterEqual(values, low), RawOps.LessEqual(values, high));
                var kept = RawOps.SelectV2(inside, places, RawOps.Scalar(-1));
                return [RawOps.UnsortedSegmentSum(RawOps.OnesLike(values), kept, RawOps.Scalar(bins)), edges];
            },
            ("bins", bins),
            ("range", range is { } named ? new double[] { named.First, named.Last } : null));
        return (both[0], both[1]);
    }
}

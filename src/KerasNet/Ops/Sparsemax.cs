namespace KerasNet;

public static partial class Ops
{
    /// <summary>The nearest distribution to the elements of an axis: like softmax, but with zeros.</summary>
    /// <remarks>Python: <c>keras.ops.sparsemax</c>. Martins and Astudillo, 2016.</remarks>
    public static Tensor Sparsemax(Tensor x, int axis = -1) => Run("Sparsemax", x, t => AlongAxis(t, axis, SparsemaxOfRows), ("axis", axis));

    private static Tensor SparsemaxOfRows(Tensor x)
    {
        var (last, count) = (RawOps.Constant(x.Rank - 1), RawOps.StridedSlice(RawOps.Shape(x), x.Rank - 1));
        var one = Number(1, x);
        var sorted = RawOps.TopKV2(x, count).Values;
        var sums = RawOps.Cumsum(sorted, x.Rank - 1);
        var rank = RawOps.AddV2(RawOps.Cast(RawOps.Range(count), x.DType), one);
        var support = RawOps.Greater(RawOps.Sub(sorted, RawOps.RealDiv(RawOps.Sub(sums, one), rank)), Number(0, x));
        var size = RawOps.Sum(RawOps.Cast(support, x.DType), last, keepDims: true);

        // Keras adds up all cumulative sums of the support, not the last one alone: its numbers are kept.
        var total = RawOps.Sum(RawOps.SelectV2(support, sums, Number(0, x)), last, keepDims: true);
        return RawOps.Maximum(RawOps.Sub(x, RawOps.RealDiv(RawOps.Sub(total, one), size)), Number(0, x));
    }
}

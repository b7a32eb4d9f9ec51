namespace KerasNet;

public static partial class Ops
{
    /// <summary>Variance of the elements that are not NaN, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanvar</c>.</remarks>
    public static Tensor NanVar(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nanvar", x, axis, keepdims, static (t, axes, keep) => NumbersVariance(t, axes, keep));

    /// <summary>Variance of the elements that are not NaN, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanvar</c>.</remarks>
    public static Tensor NanVar(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nanvar", x, axis, keepdims, static (t, axes, keep) => NumbersVariance(t, axes, keep));

    private static Tensor NumbersVariance(Tensor x, Tensor axes, bool keepDims)
    {
        var wide = ToFloat(x);
        // What is NaN only because the mean is infinite stays NaN.
        var deviation = RawOps.SelectV2(RawOps.IsNan(wide), RawOps.Scalar(0, wide.DType), RawOps.Sub(wide, NumbersMean(wide, axes, keepDims: true)));
        return RawOps.RealDiv(RawOps.Sum(RawOps.Square(deviation), axes, keepDims), NumbersCount(wide, axes, keepDims));
    }
}

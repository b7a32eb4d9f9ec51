namespace KerasNet;

public static partial class Ops
{
    /// <summary>Mean of the elements that are not NaN, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanmean</c>.</remarks>
    public static Tensor NanMean(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nanmean", x, axis, keepdims, static (t, axes, keep) => NumbersMean(t, axes, keep));

    /// <summary>Mean of the elements that are not NaN, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanmean</c>.</remarks>
    public static Tensor NanMean(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nanmean", x, axis, keepdims, static (t, axes, keep) => NumbersMean(t, axes, keep));

    private static Tensor NumbersMean(Tensor x, Tensor axes, bool keepDims) => !x.DType.IsFloating()
        ? RawOps.Mean(RawOps.Cast(x, DataType.Float32), axes, keepDims)
        : RawOps.RealDiv(RawOps.Sum(Instead(x, 0), axes, keepDims), NumbersCount(x, axes, keepDims));

    private static Tensor NumbersCount(Tensor x, Tensor axes, bool keepDims) =>
        RawOps.Sum(RawOps.Cast(RawOps.LogicalNot(RawOps.IsNan(x)), x.DType), axes, keepDims);
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Greatest element that is not NaN; NaN where all are, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanmax</c>.</remarks>
    public static Tensor NanMax(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nanmax", x, axis, keepdims, static (t, axes, keep) => MaxOfNumbers(t, axes, keep));

    /// <summary>Greatest element that is not NaN; NaN where all are, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanmax</c>.</remarks>
    public static Tensor NanMax(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nanmax", x, axis, keepdims, static (t, axes, keep) => MaxOfNumbers(t, axes, keep));

    private static Tensor MaxOfNumbers(Tensor x, Tensor axes, bool keepDims) => !x.DType.IsFloating()
        ? MaxOf(x, axes, keepDims, null)
        : RawOps.SelectV2(
            RawOps.All(RawOps.IsNan(x), axes, keepDims),
            RawOps.Scalar(double.NaN, x.DType),
            RawOps.Max(Instead(x, double.NegativeInfinity), axes, keepDims));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Smallest element that is not NaN; NaN where all are, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanmin</c>.</remarks>
    public static Tensor NanMin(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nanmin", x, axis, keepdims, static (t, axes, keep) => MinOfNumbers(t, axes, keep));

    /// <summary>Smallest element that is not NaN; NaN where all are, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanmin</c>.</remarks>
    public static Tensor NanMin(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nanmin", x, axis, keepdims, static (t, axes, keep) => MinOfNumbers(t, axes, keep));

    private static Tensor MinOfNumbers(Tensor x, Tensor axes, bool keepDims) => !x.DType.IsFloating()
        ? MinOf(x, axes, keepDims, null)
        : RawOps.SelectV2(
            RawOps.All(RawOps.IsNan(x), axes, keepDims),
            RawOps.Scalar(double.NaN, x.DType),
            RawOps.Min(Instead(x, double.PositiveInfinity), axes, keepDims));
}

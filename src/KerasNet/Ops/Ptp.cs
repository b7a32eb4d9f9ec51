namespace KerasNet;

public static partial class Ops
{
    /// <summary>Greatest minus smallest element, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.ptp</c>.</remarks>
    public static Tensor Ptp(Tensor x, int? axis = null, bool keepdims = false) =>
        Reduce("Ptp", x, axis, keepdims, Spread);

    /// <summary>Greatest minus smallest element, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.ptp</c>.</remarks>
    public static Tensor Ptp(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Ptp", x, axis, keepdims, Spread);

    private static Tensor Spread(Tensor x, Tensor axes, bool keepDims) => RawOps.Sub(RawOps.Max(x, axes, keepDims), RawOps.Min(x, axes, keepDims));
}

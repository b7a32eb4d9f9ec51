namespace KerasNet;

public static partial class Ops
{
    /// <summary>Greatest minus smallest element, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.ptp</c>.</remarks>
    public static Tensor Ptp(Tensor x, int? axis = null, bool keepdims = false) =>
        Reduce("Ptp", x, axis, keepdims, static (t, axes, keep) => RawOps.Sub(RawOps.Max(t, axes, keep), RawOps.Min(t, axes, keep)));
}

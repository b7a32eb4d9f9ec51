namespace KerasNet;

public static partial class Ops
{
    /// <summary>True where any element is, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.any</c>.</remarks>
    public static Tensor Any(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Any", x, axis, keepdims, static (t, axes, keep) => RawOps.Any(RawOps.Cast(t, DataType.Bool), axes, keep));

    /// <summary>True where any element is, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.any</c>.</remarks>
    public static Tensor Any(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Any", x, axis, keepdims, static (t, axes, keep) => RawOps.Any(RawOps.Cast(t, DataType.Bool), axes, keep));
}

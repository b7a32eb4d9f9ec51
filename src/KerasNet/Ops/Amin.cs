namespace KerasNet;

public static partial class Ops
{
    /// <summary>Smallest element, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.amin</c>.</remarks>
    public static Tensor Amin(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Amin", x, axis, keepdims, static (t, axes, keep) => MinOf(t, axes, keep, null));

    /// <summary>Smallest element, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.amin</c>.</remarks>
    public static Tensor Amin(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Amin", x, axis, keepdims, static (t, axes, keep) => MinOf(t, axes, keep, null));
}

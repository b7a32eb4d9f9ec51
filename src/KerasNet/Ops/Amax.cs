namespace KerasNet;

public static partial class Ops
{
    /// <summary>Greatest element, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.amax</c>.</remarks>
    public static Tensor Amax(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Amax", x, axis, keepdims, static (t, axes, keep) => MaxOf(t, axes, keep, null));

    /// <summary>Greatest element, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.amax</c>.</remarks>
    public static Tensor Amax(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Amax", x, axis, keepdims, static (t, axes, keep) => MaxOf(t, axes, keep, null));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>True where all elements are, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.all</c>.</remarks>
    public static Tensor All(Tensor x, int? axis = null, bool keepdims = false) => Reduce("All", x, axis, keepdims, static (t, axes, keep) => RawOps.All(RawOps.Cast(t, DataType.Bool), axes, keep));

    /// <summary>True where all elements are, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.all</c>.</remarks>
    public static Tensor All(Tensor x, int[]? axis, bool keepdims = false) => Reduce("All", x, axis, keepdims, static (t, axes, keep) => RawOps.All(RawOps.Cast(t, DataType.Bool), axes, keep));
}

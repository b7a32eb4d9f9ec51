namespace KerasNet;

public static partial class Ops
{
    /// <summary>Sum of elements, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.sum</c>.</remarks>
    public static Tensor Sum(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Sum", x, axis, keepdims, static (t, axes, keep) => RawOps.Sum(SumType(t), axes, keep));

    /// <summary>Sum of elements, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.sum</c>.</remarks>
    public static Tensor Sum(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Sum", x, axis, keepdims, static (t, axes, keep) => RawOps.Sum(SumType(t), axes, keep));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Product of elements, over one axis or all; <paramref name="dtype"/> is the type in which it is computed.</summary>
    /// <remarks>Python: <c>keras.ops.prod</c>.</remarks>
    public static Tensor Prod(Tensor x, int? axis = null, bool keepdims = false, DataType? dtype = null) =>
        Reduce("Prod", x, axis, keepdims, (t, axes, keep) => RawOps.Prod(dtype is { } d ? RawOps.Cast(t, d) : SumType(t), axes, keep), ("dtype", dtype));

    /// <summary>Product of elements, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.prod</c>.</remarks>
    public static Tensor Prod(Tensor x, int[]? axis, bool keepdims = false, DataType? dtype = null) =>
        Reduce("Prod", x, axis, keepdims, (t, axes, keep) => RawOps.Prod(dtype is { } d ? RawOps.Cast(t, d) : SumType(t), axes, keep), ("dtype", dtype));
}

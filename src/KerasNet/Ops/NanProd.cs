namespace KerasNet;

public static partial class Ops
{
    /// <summary>Product of the elements that are not NaN, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanprod</c>.</remarks>
    public static Tensor NanProd(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nanprod", x, axis, keepdims, static (t, axes, keep) => RawOps.Prod(SumType(Instead(t, 1)), axes, keep));

    /// <summary>Product of the elements that are not NaN, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanprod</c>.</remarks>
    public static Tensor NanProd(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nanprod", x, axis, keepdims, static (t, axes, keep) => RawOps.Prod(SumType(Instead(t, 1)), axes, keep));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Standard deviation of the elements that are not NaN, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanstd</c>.</remarks>
    public static Tensor NanStd(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nanstd", x, axis, keepdims, static (t, axes, keep) => RawOps.Sqrt(NumbersVariance(t, axes, keep)));

    /// <summary>Standard deviation of the elements that are not NaN, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanstd</c>.</remarks>
    public static Tensor NanStd(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nanstd", x, axis, keepdims, static (t, axes, keep) => RawOps.Sqrt(NumbersVariance(t, axes, keep)));
}

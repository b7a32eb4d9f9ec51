namespace KerasNet;

public static partial class Ops
{
    /// <summary>Sum of the elements that are not NaN, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nansum</c>.</remarks>
    public static Tensor NanSum(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Nansum", x, axis, keepdims, static (t, axes, keep) => RawOps.Sum(SumType(Instead(t, 0)), axes, keep));

    /// <summary>Sum of the elements that are not NaN, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nansum</c>.</remarks>
    public static Tensor NanSum(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Nansum", x, axis, keepdims, static (t, axes, keep) => RawOps.Sum(SumType(Instead(t, 0)), axes, keep));

    /// <summary>A number in the place of NaN.</summary>
    private static Tensor Instead(Tensor x, double number) =>
        x.DType.IsFloating() ? RawOps.SelectV2(RawOps.IsNan(x), RawOps.Scalar(number, x.DType), x) : x;
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Position of the largest element that is not NaN; -1 where all are.</summary>
    /// <remarks>Python: <c>keras.ops.nanargmax</c>.</remarks>
    public static Tensor NanArgmax(Tensor x, int? axis = null, bool keepdims = false) =>
        Run("Nanargmax", x, t => WithoutNan(t, axis, keepdims, double.NegativeInfinity, static (v, a, k) => Argmax(v, a, k)), ("axis", axis), ("keepdims", keepdims));

    /// <summary>Position of the smallest element that is not NaN; -1 where all are.</summary>
    /// <remarks>Python: <c>keras.ops.nanargmin</c>.</remarks>
    public static Tensor NanArgmin(Tensor x, int? axis = null, bool keepdims = false) =>
        Run("Nanargmin", x, t => WithoutNan(t, axis, keepdims, double.PositiveInfinity, static (v, a, k) => Argmin(v, a, k)), ("axis", axis), ("keepdims", keepdims));

    private static Tensor WithoutNan(Tensor x, int? axis, bool keepdims, double instead, Func<Tensor, int?, bool, Tensor> find)
    {
        if (!x.DType.IsFloating())
        {
            return find(x, axis, keepdims);
        }

        var isNan = RawOps.IsNan(x);
        var none = RawOps.All(isNan, Axes(x, axis is { } a ? [a] : null), keepdims);
        return RawOps.SelectV2(none, RawOps.Scalar(-1), find(RawOps.SelectV2(isNan, Number(instead, x), x), axis, keepdims));
    }
}

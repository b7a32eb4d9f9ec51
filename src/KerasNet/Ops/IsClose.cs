namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells where |x1 - x2| ≤ atol + rtol |x2|, with broadcasting; integers must be equal.</summary>
    /// <remarks>Python: <c>keras.ops.isclose</c>.</remarks>
    public static Tensor IsClose(Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) =>
        Run("Isclose", [x1, x2, rtol, atol], t => Close(t[0], t[1], t[2], t[3], equalNan), ("equal_nan", equalNan));

    private static Tensor Close(Tensor a, Tensor b, Tensor rtol, Tensor atol, bool equalNan)
    {
        (a, b) = PromoteArrays(a, b);
        if (!a.DType.IsFloating())
        {
            return RawOps.Equal(a, b);
        }

        var limit = RawOps.AddV2(RawOps.Cast(atol, a.DType), RawOps.Mul(RawOps.Cast(rtol, a.DType), RawOps.Abs(b)));
        var close = RawOps.LessEqual(RawOps.Abs(RawOps.Sub(a, b)), limit);
        return equalNan ? RawOps.LogicalOr(close, RawOps.LogicalAnd(RawOps.IsNan(a), RawOps.IsNan(b))) : close;
    }
}

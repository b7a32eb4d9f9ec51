namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells where |x1 - x2| ≤ atol + rtol |x2|, with broadcasting; integers must be equal.</summary>
    /// <remarks>Python: <c>keras.ops.isclose</c>.</remarks>
    public static Tensor IsClose(Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) =>
        Run("Isclose", x1, x2, (a, b) => Close(a, b, rtol, atol, equalNan), ("equal_nan", equalNan));

    private static Tensor Close(Tensor a, Tensor b, double rtol, double atol, bool equalNan)
    {
        (a, b) = PromoteArrays(a, b);
        if (!a.DType.IsFloating())
        {
            return RawOps.Equal(a, b);
        }

        var limit = RawOps.AddV2(RawOps.Scalar(atol, a.DType), RawOps.Mul(RawOps.Scalar(rtol, a.DType), RawOps.Abs(b)));
        var close = RawOps.LessEqual(RawOps.Abs(RawOps.Sub(a, b)), limit);
        return equalNan ? RawOps.LogicalOr(close, RawOps.LogicalAnd(RawOps.IsNan(a), RawOps.IsNan(b))) : close;
    }
}

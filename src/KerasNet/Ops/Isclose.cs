namespace KerasNet;

public static partial class Ops
{
    /// <summary>Where two tensors are equal but for a small difference: <c>|x1 - x2| &lt;= atol + rtol · |x2|</c>.</summary>
    /// <remarks>Python: <c>keras.ops.isclose</c>.</remarks>
    public static Tensor Isclose(Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) => Run(
        "Isclose",
        x1,
        x2,
        (a, b) =>
        {
            (a, b) = Promote(a, b);
            if (!a.DType.IsFloating())
            {
                return RawOps.Equal(a, b);
            }

            var room = RawOps.AddV2(RawOps.Scalar(atol, a.DType), RawOps.Mul(RawOps.Scalar(rtol, a.DType), RawOps.Abs(b)));
            var close = RawOps.LessEqual(RawOps.Abs(RawOps.Sub(a, b)), room);
            return equalNan ? RawOps.LogicalOr(close, RawOps.LogicalAnd(RawOps.IsNan(a), RawOps.IsNan(b))) : close;
        },
        ("equal_nan", equalNan));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary><c>x1 · 2^x2</c> for whole <paramref name="x2"/>.</summary>
    /// <remarks>Python: <c>keras.ops.ldexp</c>.</remarks>
    /// <exception cref="ArgumentException">The exponents are not whole numbers.</exception>
    public static Tensor Ldexp(Tensor x1, Tensor x2) => Run("Ldexp", x1, x2, static (a, b) =>
    {
        if (!b.DType.IsInteger())
        {
            throw new ArgumentException($"ldexp exponent must be an integer type. Received: x2 dtype={b.DType.Name()}", nameof(x2));
        }

        var type = DTypePromotion.Of(a.DType, b.DType);
        type = type.IsFloating() ? type : Keras.Config.FloatX;
        var wide = RawOps.Cast(a, type);
        var result = RawOps.Mul(wide, RawOps.Pow(RawOps.Scalar(2, type), RawOps.Cast(b, type)));
        return RawOps.SelectV2(RawOps.LogicalOr(RawOps.IsInf(wide), RawOps.Equal(wide, RawOps.Scalar(0, type))), wide, result);
    });
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise log(exp(x1) + exp(x2)) without overflow, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.logaddexp</c>.</remarks>
    public static Tensor Logaddexp(Tensor x1, Tensor x2) => Run("Logaddexp", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        (a, b) = (ToFloat(a), ToFloat(b));
        var difference = RawOps.Sub(a, b);
        return RawOps.SelectV2(
            RawOps.IsNan(difference),
            RawOps.AddV2(a, b),
            RawOps.AddV2(RawOps.Maximum(a, b), RawOps.Log1p(RawOps.Exp(RawOps.Neg(RawOps.Abs(difference))))));
    });
}

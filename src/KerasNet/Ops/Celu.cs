namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>max(x, 0) + alpha · (exp(min(x, 0) / alpha) − 1)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.celu</c>.</remarks>
    public static Tensor Celu(Tensor x, double alpha = 1) => Run("Celu", x, t =>
        RawOps.AddV2(RawOps.Maximum(t, Number(0, t)), RawOps.Mul(Number(alpha, t), RawOps.Expm1(RawOps.RealDiv(RawOps.Minimum(t, Number(0, t)), Number(alpha, t))))), ("alpha", alpha));
}

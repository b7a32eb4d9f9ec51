namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x</c> where positive, else <c>alpha · (exp(x) − 1)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.elu</c>.</remarks>
    public static Tensor Elu(Tensor x, double alpha = 1) => Run("Elu", x, t => alpha == 1
        ? RawOps.Elu(t)
        : RawOps.SelectV2(RawOps.Greater(t, Number(0, t)), t, RawOps.Mul(Number(alpha, t), RawOps.Elu(t))), ("alpha", alpha));
}

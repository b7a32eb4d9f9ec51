namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x · hardSigmoid(x)</c>, also called hard swish.</summary>
    /// <remarks>Python: <c>keras.ops.hard_silu</c>.</remarks>
    public static Tensor HardSilu(Tensor x) => Run("HardSilu", x, static t => RawOps.Mul(t, HardSigmoidOf(t)));
}

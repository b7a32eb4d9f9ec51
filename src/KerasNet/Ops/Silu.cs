namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x · sigmoid(x)</c>, also called swish.</summary>
    /// <remarks>Python: <c>keras.ops.silu</c>.</remarks>
    public static Tensor Silu(Tensor x) => Run("Silu", x, static t => RawOps.Mul(t, RawOps.Sigmoid(t)));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x / (1 + |x|)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.softsign</c>.</remarks>
    public static Tensor Softsign(Tensor x) => Run("Softsign", x, static t => RawOps.Softsign(t));
}

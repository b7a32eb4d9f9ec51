namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>log(1 + exp(x))</c>.</summary>
    /// <remarks>Python: <c>keras.ops.softplus</c>.</remarks>
    public static Tensor Softplus(Tensor x) => Run("Softplus", x, static t => RawOps.Softplus(t));
}

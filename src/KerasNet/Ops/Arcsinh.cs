namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse hyperbolic sine.</summary>
    /// <remarks>Python: <c>keras.ops.arcsinh</c>.</remarks>
    public static Tensor Arcsinh(Tensor x) => Run("Arcsinh", x, static t => RawOps.Asinh(ToFloat(t)));
}

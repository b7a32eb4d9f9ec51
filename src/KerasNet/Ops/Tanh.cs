namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise hyperbolic tangent.</summary>
    /// <remarks>Python: <c>keras.ops.tanh</c>.</remarks>
    public static Tensor Tanh(Tensor x) => Run("Tanh", x, static t => RawOps.Tanh(ToFloat(t)));
}

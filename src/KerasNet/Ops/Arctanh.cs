namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse hyperbolic tangent.</summary>
    /// <remarks>Python: <c>keras.ops.arctanh</c>.</remarks>
    public static Tensor Arctanh(Tensor x) => Run("Arctanh", x, static t => RawOps.Atanh(ToFloat(t)));
}

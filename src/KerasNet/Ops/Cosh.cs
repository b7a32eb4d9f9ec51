namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise hyperbolic cosine.</summary>
    /// <remarks>Python: <c>keras.ops.cosh</c>.</remarks>
    public static Tensor Cosh(Tensor x) => Run("Cosh", x, static t => RawOps.Cosh(ToFloat(t)));
}

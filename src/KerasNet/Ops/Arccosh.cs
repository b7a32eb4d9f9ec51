namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse hyperbolic cosine.</summary>
    /// <remarks>Python: <c>keras.ops.arccosh</c>.</remarks>
    public static Tensor Arccosh(Tensor x) => Run("Arccosh", x, static t => RawOps.Acosh(ToFloat(t)));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise hyperbolic sine.</summary>
    /// <remarks>Python: <c>keras.ops.sinh</c>.</remarks>
    public static Tensor Sinh(Tensor x) => Run("Sinh", x, static t => RawOps.Sinh(ToFloat(t)));
}

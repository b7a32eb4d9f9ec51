namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise error function.</summary>
    /// <remarks>Python: <c>keras.ops.erf</c>.</remarks>
    public static Tensor Erf(Tensor x) => Run("Erf", x, static t => RawOps.Erf(t));
}

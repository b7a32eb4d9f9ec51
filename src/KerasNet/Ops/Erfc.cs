namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise 1 - erf(x), exact where erf(x) is close to 1.</summary>
    /// <remarks>Python: <c>keras.ops.erfc</c>.</remarks>
    public static Tensor Erfc(Tensor x) => Run("Erfc", x, static t => RawOps.Erfc(t));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise 1 / √x.</summary>
    /// <remarks>Python: <c>keras.ops.rsqrt</c>.</remarks>
    public static Tensor Rsqrt(Tensor x) => Run("Rsqrt", x, static t => RawOps.Rsqrt(t));
}

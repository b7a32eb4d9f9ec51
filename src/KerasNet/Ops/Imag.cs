namespace KerasNet;

public static partial class Ops
{
    /// <summary>Imaginary parts; zeros for a real tensor.</summary>
    /// <remarks>Python: <c>keras.ops.imag</c>.</remarks>
    public static Tensor Imag(Tensor x) => Run("Imag", x, static t => t.DType.IsComplex() ? RawOps.Imag(t) : RawOps.ZerosLike(t));
}

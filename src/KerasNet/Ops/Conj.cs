namespace KerasNet;

public static partial class Ops
{
    /// <summary>Complex numbers with the imaginary part's sign turned; a real tensor itself.</summary>
    /// <remarks>Python: <c>keras.ops.conj</c>.</remarks>
    public static Tensor Conj(Tensor x) => Conjugate(x);

    /// <summary>Complex numbers with the imaginary part's sign turned; a real tensor itself.</summary>
    /// <remarks>Python: <c>keras.ops.conjugate</c>.</remarks>
    public static Tensor Conjugate(Tensor x) => Run("Conjugate", x, static t => t.DType.IsComplex() ? RawOps.Conj(t) : t);
}

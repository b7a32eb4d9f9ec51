namespace KerasNet;

public static partial class Ops
{
    /// <summary>Real parts; a real tensor itself.</summary>
    /// <remarks>Python: <c>keras.ops.real</c>.</remarks>
    public static Tensor Real(Tensor x) => Run("Real", x, static t => t.DType.IsComplex() ? RawOps.Real(t) : t);
}

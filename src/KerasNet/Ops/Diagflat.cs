namespace KerasNet;

public static partial class Ops
{
    /// <summary>A matrix with all elements on a diagonal.</summary>
    /// <remarks>Python: <c>keras.ops.diagflat</c>.</remarks>
    public static Tensor Diagflat(Tensor x, int k = 0) => Run("Diagflat", x, t => Diag(RawOps.Reshape(t, RawOps.Constant(-1)), k), ("k", k));
}

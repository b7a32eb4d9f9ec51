namespace KerasNet;

public static partial class Ops
{
    /// <summary>All elements in one row.</summary>
    /// <remarks>Python: <c>keras.ops.ravel</c>.</remarks>
    public static Tensor Ravel(Tensor x) => Run("Ravel", x, t => RawOps.Reshape(t, RawOps.Constant(-1)));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise 1 / x.</summary>
    /// <remarks>Python: <c>keras.ops.reciprocal</c>.</remarks>
    public static Tensor Reciprocal(Tensor x) => Run("Reciprocal", x, static t => RawOps.Reciprocal(t));
}

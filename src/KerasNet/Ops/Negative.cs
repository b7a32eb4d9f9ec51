namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise negative.</summary>
    /// <remarks>Python: <c>keras.ops.negative</c>.</remarks>
    public static Tensor Negative(Tensor x) => Run("Negative", x, RawOps.Neg);
}

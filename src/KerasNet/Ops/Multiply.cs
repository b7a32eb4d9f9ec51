namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise product, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.multiply</c>.</remarks>
    public static Tensor Multiply(Tensor x1, Tensor x2) => Run("Multiply", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.Mul(a, b);
    });
}

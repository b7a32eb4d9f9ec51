namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise quotient, with broadcasting; integers divide to floats.</summary>
    /// <remarks>Python: <c>keras.ops.true_divide</c>.</remarks>
    public static Tensor TrueDivide(Tensor x1, Tensor x2) => Run("TrueDivide", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteFloats(a, b);
        return RawOps.RealDiv(a, b);
    });
}

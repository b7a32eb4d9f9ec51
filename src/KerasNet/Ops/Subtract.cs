namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise difference, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.subtract</c>.</remarks>
    public static Tensor Subtract(Tensor x1, Tensor x2) => Run("Subtract", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.Sub(a, b);
    });
}

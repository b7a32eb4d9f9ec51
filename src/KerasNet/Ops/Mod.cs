namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise remainder with the divisor's sign, as in Python.</summary>
    /// <remarks>Python: <c>keras.ops.mod</c>.</remarks>
    public static Tensor Mod(Tensor x1, Tensor x2) => Run("Mod", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.FloorMod(a, b);
    });
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise remainder with the divisor's sign, as in Python.</summary>
    /// <remarks>Python: <c>keras.ops.mod</c>.</remarks>
    public static Tensor Mod(Tensor x1, Tensor x2) => Run("Mod", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return Modulo(a, b);
    });

    /// <summary>The operator: a C# number takes the type of the tensor, which it does not as the function's argument.</summary>
    internal static Tensor Remainder(Tensor a, Tensor b) => Run("Mod", a, b, static (x, y) =>
    {
        (x, y) = Promote(x, y);
        return Modulo(x, y);
    });

    private static Tensor Modulo(Tensor a, Tensor b) => RawOps.FloorMod(BoolToInt(a), BoolToInt(b));
}

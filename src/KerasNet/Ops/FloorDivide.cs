namespace KerasNet;

public static partial class Ops
{
    /// <summary>Quotient rounded towards minus infinity, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.floor_divide</c>.</remarks>
    public static Tensor FloorDivide(Tensor x1, Tensor x2) => Run("FloorDivide", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.FloorDiv(a, b);
    });
}

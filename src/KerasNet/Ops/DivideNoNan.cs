namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise quotient, with broadcasting; 0 where the divisor is 0.</summary>
    /// <remarks>Python: <c>keras.ops.divide_no_nan</c>.</remarks>
    public static Tensor DivideNoNan(Tensor x1, Tensor x2) => Run("DivideNoNan", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteFloats(a, b);
        return RawOps.DivNoNan(a, b);
    });
}

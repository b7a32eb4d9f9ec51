namespace KerasNet;

public static partial class Ops
{
    /// <summary>Or of the bits of two integers, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.bitwise_or</c>.</remarks>
    public static Tensor BitwiseOr(Tensor x, Tensor y) => Run("BitwiseOr", x, y, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.BitwiseOr(a, b);
    });
}

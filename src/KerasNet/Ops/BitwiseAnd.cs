namespace KerasNet;

public static partial class Ops
{
    /// <summary>And of the bits of two integers, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.bitwise_and</c>.</remarks>
    public static Tensor BitwiseAnd(Tensor x, Tensor y) => Run("BitwiseAnd", x, y, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.BitwiseAnd(a, b);
    });
}

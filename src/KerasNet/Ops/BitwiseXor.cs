namespace KerasNet;

public static partial class Ops
{
    /// <summary>Exclusive or of the bits of two integers, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.bitwise_xor</c>.</remarks>
    public static Tensor BitwiseXor(Tensor x, Tensor y) => Run("BitwiseXor", x, y, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.BitwiseXor(a, b);
    });
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Bits of integers shifted to the right; the sign stays, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.bitwise_right_shift</c>.</remarks>
    public static Tensor BitwiseRightShift(Tensor x, Tensor y) => Run("BitwiseRightShift", x, y, static (a, b) =>
    {
        (a, b) = b.IsWeak ? (a, RawOps.Cast(b, a.DType)) : PromoteArrays(a, b);
        return RawOps.RightShift(a, b);
    });
}

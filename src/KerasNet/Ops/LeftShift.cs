namespace KerasNet;

public static partial class Ops
{
    /// <summary>Bits of integers shifted to the left, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.left_shift</c>.</remarks>
    public static Tensor LeftShift(Tensor x, Tensor y) => Run("LeftShift", x, y, static (a, b) =>
    {
        (a, b) = b.IsWeak ? (a, RawOps.Cast(b, a.DType)) : PromoteArrays(a, b);
        return RawOps.LeftShift(a, b);
    });
}

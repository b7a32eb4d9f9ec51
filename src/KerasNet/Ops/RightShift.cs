namespace KerasNet;

public static partial class Ops
{
    /// <summary>Bits of integers shifted to the right; the sign stays, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.right_shift</c>.</remarks>
    public static Tensor RightShift(Tensor x, Tensor y) => Run("RightShift", x, y, static (a, b) =>
    {
        (a, b) = b.IsWeak ? (a, RawOps.Cast(b, a.DType)) : PromoteArrays(a, b);
        return RawOps.RightShift(a, b);
    });
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>One number in a tensor's shape.</summary>
    /// <remarks>Python: <c>keras.ops.full_like</c>.</remarks>
    public static Tensor FullLike(Tensor x, Tensor fillValue, DataType? dtype = null) =>
        Run("FullLike", x, fillValue, (t, v) => Full(RawOps.Shape(t), RawOps.Cast(v, dtype ?? t.DType)), ("dtype", dtype));
}

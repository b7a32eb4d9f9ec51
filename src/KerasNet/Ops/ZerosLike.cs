namespace KerasNet;

public static partial class Ops
{
    /// <summary>Zeros in a tensor's shape.</summary>
    /// <remarks>Python: <c>keras.ops.zeros_like</c>.</remarks>
    public static Tensor ZerosLike(Tensor x, DataType? dtype = null) => Run("ZerosLike", x, t =>
    {
        var type = dtype ?? t.DType;
        return type == t.DType && type != DataType.Bool ? RawOps.ZerosLike(t) : RawOps.Fill(RawOps.Shape(t), RawOps.Scalar(0, type));
    }, ("dtype", dtype));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Ones in a tensor's shape.</summary>
    /// <remarks>Python: <c>keras.ops.ones_like</c>.</remarks>
    public static Tensor OnesLike(Tensor x, DataType? dtype = null) => Run("OnesLike", x, t =>
    {
        var type = dtype ?? t.DType;
        return type == t.DType && type != DataType.Bool ? RawOps.OnesLike(t) : RawOps.Fill(RawOps.Shape(t), RawOps.Scalar(1, type));
    }, ("dtype", dtype));
}

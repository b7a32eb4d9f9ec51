namespace KerasNet;

public static partial class Ops
{
    /// <summary>Element type of a tensor.</summary>
    /// <remarks>Python: <c>keras.ops.dtype</c>.</remarks>
    public static DataType DType(Tensor x) => x.DType;
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>A tensor of a shape whose values do not matter: zeros.</summary>
    /// <remarks>Python: <c>keras.ops.empty</c>.</remarks>
    public static Tensor Empty(TensorShape shape, DataType? dtype = null) => Zeros(shape, dtype);
}

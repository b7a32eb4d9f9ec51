namespace KerasNet;

public static partial class Ops
{
    /// <summary>The value as a tensor, converted to another type when one is given. Arrays of every usual form convert to <see cref="Tensor"/> by themselves.</summary>
    /// <remarks>Python: <c>keras.ops.convert_to_tensor</c>.</remarks>
    public static Tensor ConvertToTensor(Tensor x, DataType? dtype = null) => dtype is { } type ? Cast(x, type) : x;

    /// <summary>One text as a tensor of shape <c>()</c>.</summary>
    public static Tensor ConvertToTensor(string x) => new(TensorShape.Scalar, [x]);

    /// <summary>A .NET array as a tensor: one-dimensional, rectangular, jagged or text.</summary>
    public static Tensor ConvertToTensor(Array x, DataType? dtype = null) => ConvertToTensor(Tensor.From(x), dtype);
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>The value as a tensor, converted to another type when one is given. Arrays of every usual form convert to <see cref="Tensor"/> by themselves.</summary>
    /// <remarks>Python: <c>keras.ops.convert_to_tensor</c>, <c>keras.ops.array</c>.</remarks>
    /// <param name="x">The value.</param>
    /// <param name="dtype">Type of the result; null: the value's own.</param>
    /// <param name="sparse">Whether a sparse tensor stays one: there are none here, so it changes nothing.</param>
    /// <param name="ragged">Whether a ragged tensor stays one: there are none here, so it changes nothing.</param>
    public static Tensor ConvertToTensor(Tensor x, DataType? dtype = null, bool? sparse = null, bool? ragged = null) => dtype is { } type ? Cast(x, type) : x;

    /// <summary>One text as a tensor of shape <c>()</c>.</summary>
    public static Tensor ConvertToTensor(string x) => new(TensorShape.Scalar, [x]);

    /// <summary>A .NET array as a tensor: one-dimensional, rectangular, jagged or text.</summary>
    public static Tensor ConvertToTensor(Array x, DataType? dtype = null) => ConvertToTensor(Tensor.From(x), dtype);
}

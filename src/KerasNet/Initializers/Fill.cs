namespace KerasNet.Initializers;

/// <summary>A tensor of one number.</summary>
internal static class Fill
{
    public static unsafe Tensor With(double value, TensorShape shape, DataType dtype)
    {
        var tensor = Tensor.Allocate(dtype, shape);
        if (value == 0)
        {
            System.Runtime.InteropServices.NativeMemory.Clear(tensor.Pointer, (nuint)tensor.ByteLength);
            return tensor;
        }

        var one = Tensor.Allocate(dtype, TensorShape.Scalar);
        CastOp.Convert(Tensor.Create([value], TensorShape.Scalar), one);
        var pattern = new ReadOnlySpan<byte>(one.Pointer, dtype.Size());
        var bytes = new Span<byte>(tensor.Pointer, checked((int)tensor.ByteLength));
        if (bytes.Length == 0)
        {
            return tensor;
        }

        // Doubles the filled part until it is the whole.
        pattern.CopyTo(bytes);
        for (var filled = pattern.Length; filled < bytes.Length; filled *= 2)
        {
            bytes[..Math.Min(filled, bytes.Length - filled)].CopyTo(bytes[filled..]);
        }

        return tensor;
    }
}

using NumSharp;

namespace KerasNet;

/// <summary>Tensors as NumSharp arrays.</summary>
public static class NumSharpConversions
{
    /// <summary>The values as an array over the same memory: no copy. Changing the array changes the tensor.</summary>
    /// <remarks>Python: <c>keras.ops.convert_to_numpy</c>, <c>tensor.numpy()</c>.</remarks>
    public static unsafe NDArray Numpy(this Tensor tensor)
    {
        var code = tensor.DType switch
        {
            DataType.Float32 => NPTypeCode.Single,
            DataType.Float64 => NPTypeCode.Double,
            DataType.Int32 => NPTypeCode.Int32,
            DataType.Int64 => NPTypeCode.Int64,
            DataType.UInt8 => NPTypeCode.Byte,
            DataType.Bool => NPTypeCode.Boolean,
            DataType.Int16 => NPTypeCode.Int16,
            DataType.UInt16 => NPTypeCode.UInt16,
            DataType.UInt32 => NPTypeCode.UInt32,
            DataType.UInt64 => NPTypeCode.UInt64,
            _ => throw new NotSupportedException($"NumSharp has no arrays of {tensor.DType.Name()}. Cast to float32 first: Ops.Cast(x, DataType.Float32)."),
        };
        var owner = tensor;
        var array = np.frombuffer((nint)tensor.Pointer, tensor.ByteLength, code, -1, 0, () => GC.KeepAlive(owner));
        array.shape = [.. tensor.Shape.Dims.ToArray().Select(d => (long)d)];
        return array;
    }
}

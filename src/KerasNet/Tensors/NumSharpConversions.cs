using KerasNet.Backends.Managed;
using KerasNet.Training;
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
            DataType.Int8 => NPTypeCode.SByte,
            DataType.Float16 => NPTypeCode.Half,
            _ => throw new NotSupportedException($"NumSharp has no arrays of {tensor.DType.Name()}. Cast to float32 first: Ops.Cast(x, DataType.Float32)."),
        };
        // NumSharp views neither a single number nor nothing: these are copied.
        if (tensor.Rank == 0 || tensor.Size == 0)
        {
            var copy = np.zeros(tensor.Rank == 0 ? Shape.Scalar : new Shape([.. tensor.Shape.Dims.ToArray().Select(d => (long)d)]), code);
            Buffer.MemoryCopy(tensor.Pointer, copy.Unsafe.Storage.Address, tensor.ByteLength, tensor.ByteLength);
            GC.KeepAlive(tensor);
            return copy;
        }

        var owner = tensor;
        var array = np.frombuffer((nint)tensor.Pointer, tensor.ByteLength, code, -1, 0, () => GC.KeepAlive(owner));
        array.shape = [.. tensor.Shape.Dims.ToArray().Select(d => (long)d)];
        return array;
    }

    /// <summary>The array's values, copied from where they lie: slices, transposed and broadcast arrays included.</summary>
    /// <exception cref="ArgumentException">No tensor holds elements of its type.</exception>
    internal static unsafe Tensor ToTensor(NDArray array)
    {
        if (!NumSharpMemory.TryType(array.typecode, out var dtype))
        {
            throw new ArgumentException($"A tensor cannot hold elements of type {array.dtype.Name}. Convert them first: x.astype(np.float32).", nameof(array));
        }

        var shape = new TensorShape([.. array.shape.Select(d => checked((int)d))]);
        var tensor = Tensor.Allocate(dtype, shape);
        tensor.IsArray = true;
        if (tensor.Size > 0)
        {
            StridedCopy.Run(shape.Dims, (nint)array.Unsafe.Storage.Address, array.Shape.Offset, array.Shape.Strides, tensor);
        }

        GC.KeepAlive(array);
        return tensor;
    }
}

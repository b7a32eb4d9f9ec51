using NumSharp;

namespace KerasNet.Training;

/// <summary>Where the rows of a NumSharp array lie, if each row is one block of memory.</summary>
internal static unsafe class NumSharpMemory
{
    public static bool TryRows(NDArray array, out nint pointer, out DataType dtype, out TensorShape shape, out long rowBytes)
    {
        shape = new TensorShape([.. array.shape.Select(d => checked((int)d))]);
        (pointer, rowBytes) = (0, 0);
        if (!TryType(array.typecode, out dtype))
        {
            return false;
        }

        var strides = array.Shape.Strides;
        long expected = 1;
        for (var axis = shape.Rank - 1; axis >= 1; axis--)
        {
            if (shape[axis] != 1 && strides[axis] != expected)
            {
                return false;
            }

            expected *= shape[axis];
        }

        rowBytes = (shape.Rank == 0 ? 1 : strides[0]) * dtype.Size();
        pointer = (nint)((byte*)array.Unsafe.Storage.Address + (array.Shape.Offset * dtype.Size()));
        return rowBytes > 0 || shape[0] <= 1;
    }

    public static bool TryType(NPTypeCode code, out DataType dtype)
    {
        dtype = code switch
        {
            NPTypeCode.Single => DataType.Float32,
            NPTypeCode.Double => DataType.Float64,
            NPTypeCode.Int32 => DataType.Int32,
            NPTypeCode.Int64 => DataType.Int64,
            NPTypeCode.Byte => DataType.UInt8,
            NPTypeCode.Boolean => DataType.Bool,
            NPTypeCode.Int16 => DataType.Int16,
            NPTypeCode.UInt16 => DataType.UInt16,
            NPTypeCode.UInt32 => DataType.UInt32,
            NPTypeCode.UInt64 => DataType.UInt64,
            NPTypeCode.SByte => DataType.Int8,
            NPTypeCode.Half => DataType.Float16,
            _ => DataType.None,
        };
        return dtype != DataType.None;
    }
}

using System.Numerics;
using System.Numerics.Tensors;

namespace KerasNet.Training;

/// <summary>Copies rows of one element type into a batch of another: uint8 images become floats on their way into the feed.</summary>
internal static unsafe class RowConverter
{
    public static void Gather(byte* source, long rowBytes, DataType from, ReadOnlySpan<int> rows, int rowSize, Tensor batch)
    {
        switch (from)
        {
            case DataType.UInt8: To<byte>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Bool: To<byte>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Float32: To<float>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Float64: To<double>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Int32: To<int>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Int64: To<long>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Int8: To<sbyte>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Int16: To<short>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.UInt16: To<ushort>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.UInt32: To<uint>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.UInt64: To<ulong>(source, rowBytes, rows, rowSize, batch); break;
            case DataType.Float16: To<Half>(source, rowBytes, rows, rowSize, batch); break;
            default: throw new ArgumentException($"Data of type {from.Name()} cannot be fed as {batch.DType.Name()}. Convert it to float32 or int32 first.");
        }
    }

    private static void To<TFrom>(byte* source, long rowBytes, ReadOnlySpan<int> rows, int rowSize, Tensor batch)
        where TFrom : unmanaged, INumber<TFrom>
    {
        switch (batch.DType)
        {
            case DataType.Float32: Copy<TFrom, float>(source, rowBytes, rows, rowSize, batch.Pointer); break;
            case DataType.Float64: Copy<TFrom, double>(source, rowBytes, rows, rowSize, batch.Pointer); break;
            case DataType.Int32: Copy<TFrom, int>(source, rowBytes, rows, rowSize, batch.Pointer); break;
            case DataType.Int64: Copy<TFrom, long>(source, rowBytes, rows, rowSize, batch.Pointer); break;
            case DataType.UInt8: Copy<TFrom, byte>(source, rowBytes, rows, rowSize, batch.Pointer); break;
            case DataType.Float16: Copy<TFrom, Half>(source, rowBytes, rows, rowSize, batch.Pointer); break;
            default: throw new ArgumentException($"Data of type {typeof(TFrom).Name} cannot be fed as {batch.DType.Name()}. Convert it to {batch.DType.Name()} first.");
        }
    }

    private static void Copy<TFrom, TTo>(byte* source, long rowBytes, ReadOnlySpan<int> rows, int rowSize, byte* target)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        var to = (TTo*)target;
        foreach (var row in rows)
        {
            TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TFrom>(source + (row * rowBytes), rowSize), new Span<TTo>(to, rowSize));
            to += rowSize;
        }
    }
}

using System.Runtime.InteropServices;
using System.Text;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Programs;

/// <summary>Constants of a graph as tensors.</summary>
internal static class TensorProtos
{
    /// <summary>Elements that one written value may stand for.</summary>
    private const long MostRepeated = 1 << 24;

    /// <exception cref="InvalidDataException">Type, shape and bytes do not fit each other.</exception>
    public static Tensor Read(TensorProto message)
    {
        var dtype = Type(message.Dtype);
        var shape = Shape(message.TensorShape) ?? throw new InvalidDataException("a constant has no known rank.");
        if (!shape.IsFullyDefined)
        {
            throw new InvalidDataException($"a constant has shape {shape}.");
        }

        ProgramLimits.CheckElements(shape);
        if (dtype == DataType.String)
        {
            return Texts(message, shape);
        }

        if (dtype is DataType.Resource or DataType.Variant)
        {
            throw new NotSupportedException($"A constant of type {dtype.Name()} is not read on the managed backend. Choose the tensorflow backend.");
        }

        if (message.TensorContent.Length > 0)
        {
            if (message.TensorContent.Length != shape.Size * dtype.Size())
            {
                throw new InvalidDataException($"a constant of shape {shape} and type {dtype.Name()} has {message.TensorContent.Length} bytes.");
            }

            var whole = Tensor.Allocate(dtype, shape);
            message.TensorContent.Span.CopyTo(whole.WritableBytes());
            return whole;
        }

        return dtype switch
        {
            DataType.Float32 => Values<float, float>(message.FloatVal, v => v, dtype, shape),
            DataType.Float64 => Values<double, double>(message.DoubleVal, v => v, dtype, shape),
            DataType.Int64 => Values<long, long>(message.Int64Val, v => v, dtype, shape),
            DataType.UInt64 => Values<ulong, ulong>(message.Uint64Val, v => v, dtype, shape),
            DataType.UInt32 => Values<uint, uint>(message.Uint32Val, v => v, dtype, shape),
            DataType.Bool => Values<bool, byte>(message.BoolVal, v => v ? (byte)1 : (byte)0, dtype, shape),
            DataType.Float16 or DataType.BFloat16 => Values<int, ushort>(message.HalfVal, v => (ushort)v, dtype, shape),
            DataType.Int32 => Values<int, int>(message.IntVal, v => v, dtype, shape),
            DataType.Int16 => Values<int, short>(message.IntVal, v => (short)v, dtype, shape),
            DataType.UInt16 => Values<int, ushort>(message.IntVal, v => (ushort)v, dtype, shape),
            DataType.Int8 => Values<int, sbyte>(message.IntVal, v => (sbyte)v, dtype, shape),
            DataType.UInt8 => Values<int, byte>(message.IntVal, v => (byte)v, dtype, shape),
            _ => throw new NotSupportedException($"A constant of type {dtype.Name()} is not read on the managed backend. Choose the tensorflow backend."),
        };
    }

    /// <summary>A shape; null where its rank is unknown.</summary>
    public static TensorShape? Shape(TensorShapeProto? message) => message is { UnknownRank: true } ? null
        : message is { Dim.Count: > 254 } ? throw new InvalidDataException($"a shape has {message.Dim.Count} axes.")
        : new TensorShape([.. (message?.Dim ?? []).Select(d => d.Size is >= -1 and <= int.MaxValue ? (int)d.Size : throw new InvalidDataException($"a shape has an axis of size {d.Size}."))]);

    /// <summary>A type.</summary>
    public static DataType Type(int number) => Enum.IsDefined((DataType)number) && number != 0 ? (DataType)number
        : throw new InvalidDataException($"TensorFlow's type {number} is not known.");

    private static Tensor Values<TFrom, TTo>(IReadOnlyList<TFrom> values, Func<TFrom, TTo> convert, DataType dtype, TensorShape shape)
        where TTo : unmanaged
    {
        CheckCount(values.Count, shape);
        var tensor = Tensor.Allocate(dtype, shape);
        var to = shape.Size == 0 ? [] : MemoryMarshal.Cast<byte, TTo>(tensor.WritableBytes());
        for (var i = 0; i < values.Count; i++)
        {
            to[i] = convert(values[i]);
        }

        // The last value stands for those that are not written, zero where none is.
        to[values.Count..].Fill(values.Count > 0 ? convert(values[^1]) : default);
        return tensor;
    }

    private static Tensor Texts(TensorProto message, TensorShape shape)
    {
        CheckCount(message.StringVal.Count, shape);
        var texts = message.StringVal.Select(s => Encoding.UTF8.GetString(s.Span)).ToList();
        return new Tensor(shape, [.. texts, .. Enumerable.Repeat(texts.Count > 0 ? texts[^1] : string.Empty, (int)shape.Size - texts.Count)]);
    }

    private static void CheckCount(int written, TensorShape shape)
    {
        if (written > shape.Size || shape.Size - written > MostRepeated)
        {
            throw new InvalidDataException($"a constant of shape {shape} has {written} values.");
        }
    }
}

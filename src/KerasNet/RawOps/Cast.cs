using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Cast(Tensor x, DataType dtype) => x.DType == dtype
        ? x
        : Op<CastOp>.Instance.Call1([x], ("SrcT", x.DType), ("DstT", dtype));
}

/// <summary>Converts elements: floats to integers drop the fraction, numbers to bool are "not zero".</summary>
internal sealed class CastOp : OpDefinition
{
    public override string Name => "Cast";

    public override TensorSpec[] Infer(Node node) => [new(node.Attr<DataType>("DstT"), node.Inputs[0].Shape)];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var source = node.Inputs[0].DType;
        return [source.IsFloating() && dy[0]!.DType.IsFloating() ? RawOps.Cast(dy[0]!, source) : null];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        Convert(x, y);
    }

    public static void Convert(Tensor x, Tensor y)
    {
        switch (x.DType)
        {
            case DataType.Float32: From(x.AsSpan<float>(), y); break;
            case DataType.Float64: From(x.AsSpan<double>(), y); break;
            case DataType.Int32: From(x.AsSpan<int>(), y); break;
            case DataType.Int64: From(x.AsSpan<long>(), y); break;
            case DataType.UInt8: From(x.AsSpan<byte>(), y); break;
            case DataType.Int8: From(x.AsSpan<sbyte>(), y); break;
            case DataType.Int16: From(x.AsSpan<short>(), y); break;
            case DataType.UInt16: From(x.AsSpan<ushort>(), y); break;
            case DataType.UInt32: From(x.AsSpan<uint>(), y); break;
            case DataType.UInt64: From(x.AsSpan<ulong>(), y); break;
            case DataType.Float16: From(x.AsSpan<Half>(), y); break;
            case DataType.Bool: From(x.View(x.Shape).Bytes(), y); break;
            default: From<float>(Narrow.Widen(x), y); break;
        }
    }

    private static void From<T>(ReadOnlySpan<T> x, Tensor y)
        where T : unmanaged, INumber<T>
    {
        switch (y.DType)
        {
            case DataType.Float32: TensorPrimitives.ConvertSaturating(x, y.Writable<float>()); break;
            case DataType.Float64: TensorPrimitives.ConvertSaturating(x, y.Writable<double>()); break;
            case DataType.Int32: TensorPrimitives.ConvertTruncating(x, y.Writable<int>()); break;
            case DataType.Int64: TensorPrimitives.ConvertTruncating(x, y.Writable<long>()); break;
            case DataType.UInt8: Through<T, int, byte>(x, y.Writable<byte>()); break;
            case DataType.Int8: Through<T, int, sbyte>(x, y.Writable<sbyte>()); break;
            case DataType.Int16: Through<T, int, short>(x, y.Writable<short>()); break;
            case DataType.UInt16: Through<T, int, ushort>(x, y.Writable<ushort>()); break;
            case DataType.UInt32: Through<T, long, uint>(x, y.Writable<uint>()); break;
            case DataType.UInt64: Through<T, long, ulong>(x, y.Writable<ulong>()); break;
            case DataType.Float16: TensorPrimitives.ConvertSaturating(x, y.Writable<Half>()); break;
            case DataType.Bool: ToBool(x, y.Writable<bool>()); break;
            default: ToNarrow(x, y); break;
        }
    }

    /// <summary>Integers as they are; floats by way of a larger integer, so that what does not fit wraps round, as it does in TensorFlow.</summary>
    private static void Through<T, TVia, TTo>(ReadOnlySpan<T> x, Span<TTo> y)
        where T : unmanaged, INumber<T>
        where TVia : unmanaged, INumber<TVia>
        where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(Half))
        {
            TensorPrimitives.ConvertTruncating(x, y);
            return;
        }

        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TTo.CreateTruncating(TVia.CreateTruncating(x[i]));
        }
    }

    private static void ToBool<T>(ReadOnlySpan<T> x, Span<bool> y)
        where T : INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = !T.IsZero(x[i]);
        }
    }

    private static void ToNarrow<T>(ReadOnlySpan<T> x, Tensor y)
        where T : unmanaged, INumber<T>
    {
        var wide = new float[x.Length];
        TensorPrimitives.ConvertSaturating<T, float>(x, wide);
        Narrow.Round(wide, y);
    }
}

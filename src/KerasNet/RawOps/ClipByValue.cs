using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Limits elements to two numbers, or to two tensors of the same shape.</summary>
    public static Tensor ClipByValue(Tensor x, Tensor low, Tensor high) => Op<ClipByValueOp>.Instance.Call1([x, low, high]);
}

/// <summary>Limits elements to a range. The gradient flows where the element is inside, the limits included.</summary>
internal sealed class ClipByValueOp : OpDefinition
{
    public override string Name => "ClipByValue";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        foreach (var limit in node.Inputs)
        {
            if (limit.DType != x.DType || (limit.Rank != 0 && !limit.Shape.IsCompatibleWith(x.Shape)))
            {
                throw node.Error($"the limits must be numbers, or have the shape, and the type of the input, {x.DType.Name()} {x.Shape}. Received: {limit.DType.Name()} {limit.Shape}.");
            }
        }

        return [new(x.DType, x.Shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, low, high, d) = (node.Inputs[0], node.Inputs[1], node.Inputs[2], dy[0]!);
        var zero = RawOps.Scalar(0, d.DType);
        var (below, above) = (RawOps.Less(x, low), RawOps.Greater(x, high));
        var inside = RawOps.LogicalAnd(RawOps.GreaterEqual(x, low), RawOps.LessEqual(x, high));
        return
        [
            RawOps.SelectV2(inside, d, zero),
            Broadcasting.Reduce(low, RawOps.SelectV2(below, d, zero), x, null)[0],
            Broadcasting.Reduce(high, RawOps.SelectV2(above, d, zero), x, null)[0],
        ];
    }

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Clip<float>(kernel); break;
            case DataType.Float64: Clip<double>(kernel); break;
            case DataType.Int32: Clip<int>(kernel); break;
            case DataType.Int64: Clip<long>(kernel); break;
            case DataType.UInt8: Clip<byte>(kernel); break;
            case DataType.Int8: Clip<sbyte>(kernel); break;
            case DataType.Int16: Clip<short>(kernel); break;
            case DataType.UInt16: Clip<ushort>(kernel); break;
            case DataType.UInt32: Clip<uint>(kernel); break;
            case DataType.UInt64: Clip<ulong>(kernel); break;
            case DataType.Float16: Clip<Half>(kernel); break;
            case DataType.BFloat16: ClipNarrow(kernel); break;
            default: throw new NotSupportedException($"The managed backend does not clip {kernel.Input(0).DType.Name()}. Cast to float32 first.");
        }
    }

    private static void ClipNarrow(Kernel kernel)
    {
        Tensor[] wide = [Narrow.ToFloat(kernel.Input(0)), Narrow.ToFloat(kernel.Input(1)), Narrow.ToFloat(kernel.Input(2))];
        var y = new Tensor[1];
        Clip<float>(new Kernel(kernel.Node, wide, y, null));
        Narrow.Round(y[0].AsSpan<float>(), kernel.Allocate(0, y[0].Shape));
    }

    private static void Clip<T>(Kernel kernel)
        where T : unmanaged, INumber<T>
    {
        var (x, low, high) = (kernel.Input(0), kernel.Input(1), kernel.Input(2));
        var y = kernel.Allocate(0, x.Shape, DataTypes.Of(typeof(T)));
        Broadcasting.Run<T, T>(x, high, y, static (a, b, r) => TensorPrimitives.Min(a, b, r));
        Broadcasting.Run<T, T>(y, low, y, static (a, b, r) => TensorPrimitives.Max(a, b, r));
    }
}

using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Min(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<MinOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Smallest element along axes; NaN wins. Equal ones share the gradient.</summary>
internal sealed class MinOp : ReductionOp
{
    public override string Name => "Min";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [SharedGradient(node, dy[0]!), null];

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Reduce<float>(kernel, float.PositiveInfinity); break;
            case DataType.Float64: Reduce<double>(kernel, double.PositiveInfinity); break;
            case DataType.Int32: Reduce<int>(kernel, int.MaxValue); break;
            case DataType.Int64: Reduce<long>(kernel, long.MaxValue); break;
            case DataType.UInt8: Reduce<byte>(kernel, byte.MaxValue); break;
            case DataType.Int8: Reduce<sbyte>(kernel, sbyte.MaxValue); break;
            case DataType.Int16: Reduce<short>(kernel, short.MaxValue); break;
            case DataType.UInt16: Reduce<ushort>(kernel, ushort.MaxValue); break;
            case DataType.UInt32: Reduce<uint>(kernel, uint.MaxValue); break;
            case DataType.UInt64: Reduce<ulong>(kernel, ulong.MaxValue); break;
            case DataType.Float16 or DataType.BFloat16: Reduction.RunNarrow(kernel, float.PositiveInfinity, TensorPrimitives.Min, static (a, b, y) => TensorPrimitives.Min(a, b, y)); break;
            default: throw Unsupported(kernel);
        }
    }

    private static void Reduce<T>(Kernel kernel, T identity)
        where T : unmanaged, INumber<T> =>
        Reduction.Run(kernel, identity, TensorPrimitives.Min, static (a, b, y) => TensorPrimitives.Min(a, b, y));
}

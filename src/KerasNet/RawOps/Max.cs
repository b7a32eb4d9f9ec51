using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Max(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<MaxOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Greatest element along axes; NaN wins. Equal ones share the gradient.</summary>
internal sealed class MaxOp : ReductionOp
{
    public override string Name => "Max";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [SharedGradient(node, dy[0]!), null];

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Reduce<float>(kernel, float.NegativeInfinity); break;
            case DataType.Float64: Reduce<double>(kernel, double.NegativeInfinity); break;
            case DataType.Int32: Reduce<int>(kernel, int.MinValue); break;
            case DataType.Int64: Reduce<long>(kernel, long.MinValue); break;
            case DataType.UInt8: Reduce<byte>(kernel, byte.MinValue); break;
            case DataType.Int8: Reduce<sbyte>(kernel, sbyte.MinValue); break;
            case DataType.Int16: Reduce<short>(kernel, short.MinValue); break;
            case DataType.UInt16: Reduce<ushort>(kernel, ushort.MinValue); break;
            case DataType.UInt32: Reduce<uint>(kernel, uint.MinValue); break;
            case DataType.UInt64: Reduce<ulong>(kernel, ulong.MinValue); break;
            case DataType.Float16 or DataType.BFloat16: Reduction.RunNarrow(kernel, float.NegativeInfinity, TensorPrimitives.Max, static (a, b, y) => TensorPrimitives.Max(a, b, y)); break;
            default: throw Unsupported(kernel);
        }
    }

    private static void Reduce<T>(Kernel kernel, T identity)
        where T : unmanaged, INumber<T> =>
        Reduction.Run(kernel, identity, TensorPrimitives.Max, static (a, b, y) => TensorPrimitives.Max(a, b, y));
}

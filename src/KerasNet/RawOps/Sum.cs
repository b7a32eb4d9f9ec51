using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sum(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<SumOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>Sum of elements along axes.</summary>
internal sealed class SumOp : ReductionOp
{
    public override string Name => "Sum";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.BroadcastTo(Unreduce(node, dy[0]!), RawOps.Shape(node.Inputs[0]), node.Inputs[0].Shape), null];

    public override void Run(Kernel kernel)
    {
        switch (kernel.Input(0).DType)
        {
            case DataType.Float32: Reduction.Run<float>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Float64: Reduction.Run<double>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Int32: Reduction.Run<int>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Int64: Reduction.Run<long>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.UInt32: Reduction.Run<uint>(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            case DataType.Float16 or DataType.BFloat16: Reduction.RunNarrow(kernel, 0, TensorPrimitives.Sum, (a, b, y) => TensorPrimitives.Add(a, b, y)); break;
            default: throw Unsupported(kernel);
        }
    }
}

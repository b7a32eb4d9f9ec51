using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor L2Loss(Tensor x) => Op<L2LossOp>.Instance.Call1([x]);
}

/// <summary>Half the sum of squares of all elements.</summary>
internal sealed class L2LossOp : OpDefinition
{
    public override string Name => "L2Loss";

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsFloating()
        ? [new(node.Inputs[0].DType, TensorShape.Scalar)]
        : throw node.Error($"the input must be of a floating-point type. Received: {node.Inputs[0].DType.Name()}.");

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.Mul(node.Inputs[0], dy[0]!)];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, TensorShape.Scalar);
        switch (x.DType)
        {
            case DataType.Float32: y.Writable<float>()[0] = TensorPrimitives.SumOfSquares(x.AsSpan<float>()) / 2; break;
            case DataType.Float64: y.Writable<double>()[0] = TensorPrimitives.SumOfSquares(x.AsSpan<double>()) / 2; break;
            default: throw new NotSupportedException($"The managed backend does not compute L2Loss of {x.DType.Name()}. Cast to float32 first.");
        }
    }
}

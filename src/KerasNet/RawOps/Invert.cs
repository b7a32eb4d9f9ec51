using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Invert(Tensor x) => Op<InvertOp>.Instance.Call1([x]);
}

/// <summary>All bits of integers turned over.</summary>
internal sealed class InvertOp : OpDefinition
{
    public override string Name => "Invert";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsInteger()
        ? [new(node.Inputs[0].DType, node.Inputs[0].Shape)]
        : throw node.Error($"the input must be of integers. Received: {node.Inputs[0].DType.Name()}.");

    public override unsafe void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        System.Numerics.Tensors.TensorPrimitives.OnesComplement(x.Bytes(), new Span<byte>(y.Pointer, checked((int)y.ByteLength)));
    }
}

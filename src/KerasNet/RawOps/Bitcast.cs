using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The same bytes as another type; a smaller one gets a last axis, a larger one takes it away.</summary>
    public static Tensor Bitcast(Tensor x, DataType type) => Op<BitcastOp>.Instance.Call1([x], ("type", type));
}

/// <summary>The same bytes as another type.</summary>
internal sealed class BitcastOp : OpDefinition
{
    public override string Name => "Bitcast";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var (x, type) = (node.Inputs[0], node.Attr<DataType>("type"));
        var (from, to) = (x.DType.Size(), type.Size());
        if (from == 0 || to == 0)
        {
            throw node.Error($"the types must have a fixed size. Received: {x.DType.Name()} and {type.Name()}.");
        }

        return from == to ? [new(type, x.Shape)]
            : from > to ? [new(type, x.Shape.Concat(new TensorShape(from / to)))]
            : x.Rank > 0 && (x.Shape[^1] < 0 || x.Shape[^1] == to / from) ? [new(type, x.Shape[..^1])]
            : throw node.Error($"the last axis must have {to / from} elements to become one of {type.Name()}. Received: shape {x.Shape} of {x.DType.Name()}.");
    }

    public override void Run(Kernel kernel)
    {
        var (x, from, to) = (kernel.Input(0), kernel.Input(0).DType.Size(), kernel.Node.Outputs[0].DType.Size());
        var shape = from == to ? x.Shape : from > to ? x.Shape.Concat(new TensorShape(from / to)) : x.Shape[..^1];
        x.Bytes().CopyTo(kernel.Allocate(0, shape).WritableBytes());
    }
}

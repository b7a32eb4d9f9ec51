using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>A shape full of one number.</summary>
    public static Tensor Fill(Tensor dims, Tensor value) => Op<FillOp>.Instance.Call1([dims, value]);
}

/// <summary>A shape full of one number.</summary>
internal sealed class FillOp : OpDefinition
{
    public override string Name => "Fill";

    public override TensorSpec[] Infer(Node node)
    {
        if (node.ConstantInts(0) is { } dims && Array.Exists(dims, d => d < 0))
        {
            throw node.Error($"Dimension {dims.First(d => d < 0)} must be >= 0");
        }

        return node.Inputs[1].Rank == 0
            ? [new(node.Inputs[1].DType, PartialValue.Shape(node.Inputs[0]))]
            : throw node.Error($"the value must be a single number. Received: shape {node.Inputs[1].Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [null, RawOps.Sum(dy[0]!, RawOps.Constant([.. Enumerable.Range(0, node.Outputs[0].Rank)]))];

    public override void Run(Kernel kernel)
    {
        var y = kernel.Allocate(0, new TensorShape(NumberReader.Ints(kernel.Input(0))));
        StridedCopy.Run(y.Shape.Dims, kernel.Input(1), 0, new long[y.Rank], y, 0, StridedCopy.Steps(y.Shape));
    }
}

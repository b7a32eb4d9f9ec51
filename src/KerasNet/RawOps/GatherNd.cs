using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Slices whose positions stand in the last axis of the indices.</summary>
    public static Tensor GatherNd(Tensor x, Tensor indices) => Op<GatherNdOp>.Instance.Call1([x, indices]);
}

/// <summary>Slices by positions of several axes.</summary>
internal sealed class GatherNdOp : OpDefinition
{
    public override string Name => "GatherNd";

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, Gathered(node, node.Inputs[0], node.Inputs[1]))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, indices) = (node.Inputs[0], node.Inputs[1]);
        return [RawOps.ScatterNd(indices, dy[0]!, RawOps.Cast(RawOps.Shape(x), indices.DType), x.Shape), null];
    }

    public override void Run(Kernel kernel)
    {
        var (x, indices) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, Gathered(kernel.Node, x, indices));
        var at = new NdIndex(kernel.Node, indices, x.Shape);
        var bytes = at.SliceSize * x.DType.Size();
        for (var row = 0; row < at.Rows; row++)
        {
            RowCopy.Run(x, (long)at.Offset(row) * x.DType.Size(), y, (long)row * bytes, bytes);
        }
    }

    private static TensorShape Gathered(Node node, Tensor x, Tensor indices) =>
        new([.. indices.Shape[..^1].Dims, .. x.Shape[NdIndex.DepthOf(node, indices, x.Shape)..].Dims]);
}

using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Moves square blocks of an image into its channels.</summary>
    public static Tensor SpaceToDepth(Tensor x, int block, string format = "NHWC") => Op<SpaceToDepthOp>.Instance.Call1([x], ("block_size", block), ("data_format", format));
}

/// <summary>Square blocks of an image moved into its channels.</summary>
internal sealed class SpaceToDepthOp : OpDefinition
{
    public override string Name => "SpaceToDepth";

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, Deepened(node, node.Inputs[0].Shape))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.DepthToSpace(dy[0]!, node.Attr<int>("block_size"), node.Attr("data_format", "NHWC"))];

    public override void Run(Kernel kernel)
    {
        var (x, y) = (kernel.Input(0), kernel.Allocate(0, Deepened(kernel.Node, kernel.Input(0).Shape)));
        DepthToSpaceOp.Move(kernel.Node, deep: y, wide: x, toDeep: true);
    }

    private static TensorShape Deepened(Node node, TensorShape x)
    {
        var (block, (height, width, depth)) = (node.Attr<int>("block_size"), DepthToSpaceOp.Axes(node, x));
        if (x[height] % block > 0 || x[width] % block > 0)
        {
            throw node.Error($"height and width of shape {x} must be multiples of the block size {block}.");
        }

        int Shrunk(int d) => d < 0 ? -1 : d / block;
        return x.With(height, Shrunk(x[height])).With(width, Shrunk(x[width])).With(depth, x[depth] < 0 ? -1 : x[depth] * block * block);
    }
}

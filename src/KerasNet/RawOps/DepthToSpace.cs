using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Moves channels of an image into square blocks.</summary>
    public static Tensor DepthToSpace(Tensor x, int block, string format = "NHWC") => Op<DepthToSpaceOp>.Instance.Call1([x], ("block_size", block), ("data_format", format));
}

/// <summary>Channels of an image moved into square blocks: sub-pixel upsampling.</summary>
internal sealed class DepthToSpaceOp : OpDefinition
{
    public override string Name => "DepthToSpace";

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, Widened(node, node.Inputs[0].Shape))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.SpaceToDepth(dy[0]!, node.Attr<int>("block_size"), node.Attr("data_format", "NHWC"))];

    public override void Run(Kernel kernel)
    {
        var (x, y) = (kernel.Input(0), kernel.Allocate(0, Widened(kernel.Node, kernel.Input(0).Shape)));
        Move(kernel.Node, deep: x, wide: y, toDeep: false);
    }

    public static (int Height, int Width, int Depth) Axes(Node node, TensorShape x) =>
        x.Rank != 4 ? throw node.Error($"expected rank 4. Received: shape {x}.")
        : node.Attr("data_format", "NHWC") == "NHWC" ? (1, 2, 3) : (2, 3, 1);

    /// <summary>Copies between (row, column, block row, block column, channel) and the image, in either layout and direction.</summary>
    public static void Move(Node node, Tensor deep, Tensor wide, bool toDeep)
    {
        var (block, (h, w, c)) = (node.Attr<int>("block_size"), Axes(node, deep.Shape));
        var (sd, sw) = (StridedCopy.Steps(deep.Shape), StridedCopy.Steps(wide.Shape));
        var channels = wide.Shape[c];
        int[] dims = [deep.Shape[0], deep.Shape[h], deep.Shape[w], block, block, channels];
        long[] stepsDeep = [sd[0], sd[h], sd[w], sd[c] * block * channels, sd[c] * channels, sd[c]];
        long[] stepsWide = [sw[0], sw[h] * block, sw[w] * block, sw[h], sw[w], sw[c]];
        if (toDeep)
        {
            StridedCopy.Run(dims, wide, 0, stepsWide, deep, 0, stepsDeep);
        }
        else
        {
            StridedCopy.Run(dims, deep, 0, stepsDeep, wide, 0, stepsWide);
        }
    }

    private static TensorShape Widened(Node node, TensorShape x)
    {
        var (block, (height, width, depth)) = (node.Attr<int>("block_size"), Axes(node, x));
        if (x[depth] % (block * block) > 0)
        {
            throw node.Error($"the channels of shape {x} must be a multiple of {block * block}, the square of the block size.");
        }

        int Grown(int d) => d < 0 ? -1 : d * block;
        return x.With(height, Grown(x[height])).With(width, Grown(x[width])).With(depth, x[depth] < 0 ? -1 : x[depth] / (block * block));
    }
}

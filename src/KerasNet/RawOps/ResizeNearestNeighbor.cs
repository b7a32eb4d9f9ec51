using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ResizeNearestNeighbor(Tensor images, Tensor size, bool alignCorners = false, bool halfPixelCenters = false) =>
        Op<ResizeNearestNeighborOp>.Instance.Call1([images, size], ResizeOp.Attributes(alignCorners, halfPixelCenters));
}

/// <summary>Every pixel is the nearest one of the images.</summary>
internal sealed class ResizeNearestNeighborOp : ResizeOp
{
    public override string Name => "ResizeNearestNeighbor";

    protected override ResizeMethod Method => ResizeMethod.Nearest;

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Op<ResizeNearestNeighborGradOp>.Instance.Call1([dy[0]!, SizeOf(node.Inputs[0])], [.. node.Attributes]), null];

    protected override DataType OutputType(DataType input) => input;
}

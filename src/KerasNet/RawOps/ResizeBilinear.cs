using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ResizeBilinear(Tensor images, Tensor size, bool alignCorners = false, bool halfPixelCenters = false) =>
        Op<ResizeBilinearOp>.Instance.Call1([images, size], ResizeOp.Attributes(alignCorners, halfPixelCenters));
}

/// <summary>Linear interpolation between the four nearest pixels. The result is float32.</summary>
internal sealed class ResizeBilinearOp : ResizeOp
{
    public override string Name => "ResizeBilinear";

    protected override ResizeMethod Method => ResizeMethod.Linear;

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Op<ResizeBilinearGradOp>.Instance.Call1([dy[0]!, node.Inputs[0]], [.. node.Attributes]), null];

    protected override DataType OutputType(DataType input) => DataType.Float32;
}

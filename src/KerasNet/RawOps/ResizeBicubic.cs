using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ResizeBicubic(Tensor images, Tensor size, bool alignCorners = false, bool halfPixelCenters = false) =>
        Op<ResizeBicubicOp>.Instance.Call1([images, size], ResizeOp.Attributes(alignCorners, halfPixelCenters));
}

/// <summary>Cubic interpolation between the sixteen nearest pixels. The result is float32.</summary>
internal sealed class ResizeBicubicOp : ResizeOp
{
    public override string Name => "ResizeBicubic";

    protected override ResizeMethod Method => ResizeMethod.Cubic;

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Op<ResizeBicubicGradOp>.Instance.Call1([dy[0]!, node.Inputs[0]], [.. node.Attributes]), null];

    protected override DataType OutputType(DataType input) => DataType.Float32;
}

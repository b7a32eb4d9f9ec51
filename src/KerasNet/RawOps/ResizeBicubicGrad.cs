using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ResizeBicubicGrad(Tensor dy, Tensor images, bool alignCorners = false, bool halfPixelCenters = false) =>
        Op<ResizeBicubicGradOp>.Instance.Call1([dy, images], ResizeOp.Attributes(alignCorners, halfPixelCenters));
}

/// <summary>Gradient of cubic resizing.</summary>
internal sealed class ResizeBicubicGradOp : ResizeGradientOp
{
    public override string Name => "ResizeBicubicGrad";

    protected override ResizeOp Forward => Op<ResizeBicubicOp>.Instance;
}

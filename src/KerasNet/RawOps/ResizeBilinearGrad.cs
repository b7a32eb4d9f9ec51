using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ResizeBilinearGrad(Tensor dy, Tensor images, bool alignCorners = false, bool halfPixelCenters = false) =>
        Op<ResizeBilinearGradOp>.Instance.Call1([dy, images], ResizeOp.Attributes(alignCorners, halfPixelCenters));
}

/// <summary>Gradient of linear resizing.</summary>
internal sealed class ResizeBilinearGradOp : ResizeGradientOp
{
    public override string Name => "ResizeBilinearGrad";

    protected override ResizeOp Forward => Op<ResizeBilinearOp>.Instance;
}

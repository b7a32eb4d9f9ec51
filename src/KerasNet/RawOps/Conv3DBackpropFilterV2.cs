using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Conv3DBackpropFilterV2(Tensor x, Tensor filterSizes, Tensor dy, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null) =>
        Op<Conv3DBackpropFilterV2Op>.Instance.Call1([x, filterSizes, dy], ConvolutionKind.Conv3D.Attributes(strides, padding, dilations, dataFormat, null));
}

/// <summary>Gradient of the convolution of volumes by its filter.</summary>
internal sealed class Conv3DBackpropFilterV2Op : ConvolutionFilterOp
{
    public override string Name => "Conv3DBackpropFilterV2";

    protected override ConvolutionKind Kind => ConvolutionKind.Conv3D;
}

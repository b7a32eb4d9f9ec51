using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Conv2DBackpropFilter(Tensor x, Tensor filterSizes, Tensor dy, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, int[]? explicitPaddings = null) =>
        Op<Conv2DBackpropFilterOp>.Instance.Call1([x, filterSizes, dy], ConvolutionKind.Conv2D.Attributes(strides, padding, dilations, dataFormat, explicitPaddings));
}

/// <summary>Gradient of the convolution of images by its filter.</summary>
internal sealed class Conv2DBackpropFilterOp : ConvolutionFilterOp
{
    public override string Name => "Conv2DBackpropFilter";

    protected override ConvolutionKind Kind => ConvolutionKind.Conv2D;
}

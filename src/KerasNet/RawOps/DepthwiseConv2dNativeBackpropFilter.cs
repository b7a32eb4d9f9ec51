using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor DepthwiseConv2dNativeBackpropFilter(Tensor x, Tensor filterSizes, Tensor dy, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, int[]? explicitPaddings = null) =>
        Op<DepthwiseConv2dNativeBackpropFilterOp>.Instance.Call1([x, filterSizes, dy], ConvolutionKind.Depthwise.Attributes(strides, padding, dilations, dataFormat, explicitPaddings));
}

/// <summary>Gradient of the convolution of each channel by itself by its filter.</summary>
internal sealed class DepthwiseConv2dNativeBackpropFilterOp : ConvolutionFilterOp
{
    public override string Name => "DepthwiseConv2dNativeBackpropFilter";

    protected override ConvolutionKind Kind => ConvolutionKind.Depthwise;
}

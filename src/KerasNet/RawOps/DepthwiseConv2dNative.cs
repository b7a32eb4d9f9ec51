using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor DepthwiseConv2dNative(Tensor x, Tensor filter, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, int[]? explicitPaddings = null) =>
        Op<DepthwiseConv2dNativeOp>.Instance.Call1([x, filter], ConvolutionKind.Depthwise.Attributes(strides, padding, dilations, dataFormat, explicitPaddings));
}

/// <summary>Convolution of each channel by itself.</summary>
internal sealed class DepthwiseConv2dNativeOp : ConvolutionForwardOp
{
    public override string Name => "DepthwiseConv2dNative";

    protected override ConvolutionKind Kind => ConvolutionKind.Depthwise;
}

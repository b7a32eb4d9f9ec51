using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary><paramref name="known"/> tells what is known of the sizes when they are symbolic.</summary>
    public static Tensor DepthwiseConv2dNativeBackpropInput(Tensor inputSizes, Tensor filter, Tensor dy, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, int[]? explicitPaddings = null, TensorShape? known = null) =>
        Op<DepthwiseConv2dNativeBackpropInputOp>.Instance.Call1([inputSizes, filter, dy], [.. ConvolutionKind.Depthwise.Attributes(strides, padding, dilations, dataFormat, explicitPaddings), .. known is null ? [] : ConvolutionKind.Known(inputSizes, known)]);
}

/// <summary>Gradient of the convolution of each channel by itself by its input.</summary>
internal sealed class DepthwiseConv2dNativeBackpropInputOp : ConvolutionInputOp
{
    public override string Name => "DepthwiseConv2dNativeBackpropInput";

    protected override ConvolutionKind Kind => ConvolutionKind.Depthwise;
}

using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary><paramref name="known"/> tells what is known of the sizes when they are symbolic.</summary>
    public static Tensor Conv2DBackpropInput(Tensor inputSizes, Tensor filter, Tensor dy, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, int[]? explicitPaddings = null, TensorShape? known = null) =>
        Op<Conv2DBackpropInputOp>.Instance.Call1([inputSizes, filter, dy], [.. ConvolutionKind.Conv2D.Attributes(strides, padding, dilations, dataFormat, explicitPaddings), .. known is null ? [] : ConvolutionKind.Known(inputSizes, known)]);
}

/// <summary>Gradient of the convolution of images by its input.</summary>
internal sealed class Conv2DBackpropInputOp : ConvolutionInputOp
{
    public override string Name => "Conv2DBackpropInput";

    protected override ConvolutionKind Kind => ConvolutionKind.Conv2D;
}

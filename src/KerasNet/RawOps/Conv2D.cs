using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Conv2D(Tensor x, Tensor filter, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, int[]? explicitPaddings = null) =>
        Op<Conv2DOp>.Instance.Call1([x, filter], ConvolutionKind.Conv2D.Attributes(strides, padding, dilations, dataFormat, explicitPaddings));
}

/// <summary>Convolution of images.</summary>
internal sealed class Conv2DOp : ConvolutionForwardOp
{
    public override string Name => "Conv2D";

    protected override ConvolutionKind Kind => ConvolutionKind.Conv2D;
}

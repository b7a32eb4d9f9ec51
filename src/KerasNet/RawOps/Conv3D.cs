using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Conv3D(Tensor x, Tensor filter, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null) =>
        Op<Conv3DOp>.Instance.Call1([x, filter], ConvolutionKind.Conv3D.Attributes(strides, padding, dilations, dataFormat, null));
}

/// <summary>Convolution of volumes.</summary>
internal sealed class Conv3DOp : ConvolutionForwardOp
{
    public override string Name => "Conv3D";

    protected override ConvolutionKind Kind => ConvolutionKind.Conv3D;
}

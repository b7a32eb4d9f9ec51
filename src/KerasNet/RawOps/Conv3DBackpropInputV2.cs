using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary><paramref name="known"/> tells what is known of the sizes when they are symbolic.</summary>
    public static Tensor Conv3DBackpropInputV2(Tensor inputSizes, Tensor filter, Tensor dy, int[] strides, string padding, int[]? dilations = null, string? dataFormat = null, TensorShape? known = null) =>
        Op<Conv3DBackpropInputV2Op>.Instance.Call1([inputSizes, filter, dy], [.. ConvolutionKind.Conv3D.Attributes(strides, padding, dilations, dataFormat, null), .. known is null ? [] : ConvolutionKind.Known(inputSizes, known)]);
}

/// <summary>Gradient of the convolution of volumes by its input.</summary>
internal sealed class Conv3DBackpropInputV2Op : ConvolutionInputOp
{
    public override string Name => "Conv3DBackpropInputV2";

    protected override ConvolutionKind Kind => ConvolutionKind.Conv3D;
}

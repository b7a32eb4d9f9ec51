using KerasNet.Graphs;

namespace KerasNet;

/// <summary>A convolution and its two gradients: three ops with the same attributes, each of which is made of the others' derivatives.</summary>
internal sealed record ConvolutionKind(int SpatialRank, bool IsDepthwise, OpDefinition Forward, OpDefinition ByInput, OpDefinition ByFilter)
{
    public static readonly ConvolutionKind Conv2D = new(2, false, Op<Conv2DOp>.Instance, Op<Conv2DBackpropInputOp>.Instance, Op<Conv2DBackpropFilterOp>.Instance);

    public static readonly ConvolutionKind Conv3D = new(3, false, Op<Conv3DOp>.Instance, Op<Conv3DBackpropInputV2Op>.Instance, Op<Conv3DBackpropFilterV2Op>.Instance);

    public static readonly ConvolutionKind Depthwise = new(
        2, true, Op<DepthwiseConv2dNativeOp>.Instance, Op<DepthwiseConv2dNativeBackpropInputOp>.Instance, Op<DepthwiseConv2dNativeBackpropFilterOp>.Instance);

    /// <summary>Attributes of the three ops; <paramref name="explicitPaddings"/> holds a pair for each axis.</summary>
    public (string Name, object Value)[] Attributes(int[] strides, string padding, int[]? dilations, string? dataFormat, int[]? explicitPaddings)
    {
        var ones = new int[SpatialRank + 2];
        Array.Fill(ones, 1);
        (string, object)[] shared =
        [
            ("strides", strides), ("padding", padding), ("data_format", dataFormat ?? (SpatialRank == 3 ? "NDHWC" : "NHWC")), ("dilations", dilations ?? ones),
        ];
        return SpatialRank == 3 ? shared : [.. shared, ("explicit_paddings", explicitPaddings ?? [])];
    }

    /// <summary>Gradient by the input; <paramref name="x"/> gives its shape.</summary>
    public Tensor InputGradient(Node like, Tensor x, Tensor filter, Tensor dy) => InputGradient(like, RawOps.Shape(x), x.Shape, filter, dy);

    /// <summary>Gradient by an input of a shape that is a tensor; <paramref name="known"/> is what is known of it.</summary>
    public Tensor InputGradient(Node like, Tensor shape, TensorShape known, Tensor filter, Tensor dy) =>
        ByInput.Call1([shape, filter, dy], [.. Shared(like), .. Known(shape, known)]);

    public Tensor FilterGradient(Node like, Tensor x, Tensor shape, TensorShape known, Tensor dy) =>
        ByFilter.Call1([x, shape, dy], [.. Shared(like), .. Known(shape, known)]);

    public Tensor Again(Node like, Tensor x, Tensor filter) => Forward.Call1([x, filter], [.. Shared(like)]);

    /// <summary>The shape of a gradient, where its input is not a constant.</summary>
    public static (string, object)[] Known(Tensor shape, TensorShape known) => shape.IsConcrete ? [] : [("known", known)];

    private static IEnumerable<(string, object)> Shared(Node like) => like.Attributes.Where(a => a.Name != "known");
}

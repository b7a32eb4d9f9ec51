using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Makes images larger.</summary>
/// <remarks>Python: <c>keras.layers.UpSampling2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first.</remarks>
public sealed class UpSampling2D : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="size">By how much: a number, or one for height and one for width; null: 2.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="interpolation"><c>nearest</c>, <c>bilinear</c> or <c>bicubic</c>.</param>
    public UpSampling2D(SpatialSizes? size = null, string? dataFormat = null, string interpolation = "nearest")
    {
        Size = (size ?? 2).For(2, "size");
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        Interpolation = Require.OneOf(interpolation.ToLowerInvariant(), ["nearest", "bilinear", "bicubic"], nameof(interpolation));
        InputSpecs = [new InputSpec { Rank = 4 }];
    }

    /// <summary>By how much each axis grows.</summary>
    public SpatialSizes Size { get; }

    /// <summary>Order of the axes.</summary>
    public string DataFormat { get; }

    /// <summary><c>nearest</c>, <c>bilinear</c> or <c>bicubic</c>.</summary>
    public string Interpolation { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var first = DataFormat == "channels_first";
        if (Interpolation == "nearest")
        {
            var row = first ? 2 : 1;
            return Ops.Repeat(Ops.Repeat(x, Size[0], row), Size[1], row + 1);
        }

        var y = first ? Ops.Transpose(x, [0, 2, 3, 1]) : x;
        var dims = RawOps.DimsOf(y);
        var size = RawOps.Dims(RawOps.Product(dims[1], RawOps.Scalar(Size[0])), RawOps.Product(dims[2], RawOps.Scalar(Size[1])));
        y = Interpolation == "bilinear" ? RawOps.ResizeBilinear(y, size, halfPixelCenters: true) : RawOps.ResizeBicubic(y, size, halfPixelCenters: true);
        y = Ops.Cast(y, x.DType);
        return first ? Ops.Transpose(y, [0, 3, 1, 2]) : y;
    }
}

using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Bilinear upsampling as Keras 2.2.3 to 2.3 computed it on TensorFlow 1: the corners of pixels meet, not their centres.</summary>
/// <remarks>Python: <c>keras.layers.UpSampling2D(interpolation='bilinear')</c> of those versions. Input <c>(batch, rows, columns, channels)</c>, or channels first.</remarks>
/// <param name="size">Factors of rows and columns; null: 2.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: as configured.</param>
public sealed class Keras2BilinearUpSampling2D(SpatialSizes? size = null, string? dataFormat = null) : Layer
{
    /// <summary>Factors of rows and columns.</summary>
    public SpatialSizes Size { get; } = (size ?? 2).For(2, "size");

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; } = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"]);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var isFirst = DataFormat == "channels_first";
        x = isFirst ? Ops.Transpose(x, [0, 2, 3, 1]) : x;
        int[] sizes = [Require.Known(Name, x.Shape, 1) * Size[0], Require.Known(Name, x.Shape, 2) * Size[1]];
        var result = RawOps.ResizeBilinear(x, Tensor.Create<int>(sizes, 2), alignCorners: false, halfPixelCenters: false);
        return isFirst ? Ops.Transpose(result, [0, 3, 1, 2]) : result;
    }
}

namespace KerasNet.Layers;

/// <summary>Cuts the borders of images.</summary>
/// <remarks>Python: <c>keras.layers.Cropping2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first.</remarks>
/// <param name="cropping">What is cut: a number, one for each axis, or pairs (before, after); null: 0.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
public sealed class Cropping2D(SpatialMargins? cropping = null, string? dataFormat = null) : BaseCropping(2, cropping ?? 0, dataFormat)
{
    /// <summary>Order of the axes.</summary>
    public string DataFormat => Format;
}

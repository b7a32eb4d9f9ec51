namespace KerasNet.Layers;

/// <summary>Cuts the borders of volumes.</summary>
/// <remarks>Python: <c>keras.layers.Cropping3D</c>. Input <c>(batch, depth, height, width, channels)</c>, or channels first.</remarks>
/// <param name="cropping">What is cut: a number, one for each axis, or pairs (before, after); null: 1.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
public sealed class Cropping3D(SpatialMargins? cropping = null, string? dataFormat = null) : BaseCropping(3, cropping ?? 1, dataFormat)
{
    /// <summary>Order of the axes.</summary>
    public string DataFormat => Format;
}

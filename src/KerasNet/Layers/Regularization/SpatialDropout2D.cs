namespace KerasNet.Layers;

/// <summary>Dropout of whole feature maps: neighbouring values are alike, so single ones would not help.</summary>
/// <remarks>Python: <c>keras.layers.SpatialDropout2D</c>. Input and output <c>(batch, height, width, channels)</c>.</remarks>
/// <param name="rate">Fraction that is set to zero, from 0 to 1.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: the next of the scope.</param>
public sealed class SpatialDropout2D(double rate, string? dataFormat = null, int? seed = null) : SpatialDropout(rate, 4, dataFormat, seed)
{
    /// <summary>Order of the axes.</summary>
    public string DataFormat => Format;
}

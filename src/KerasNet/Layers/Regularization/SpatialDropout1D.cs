namespace KerasNet.Layers;

/// <summary>Dropout of whole feature maps: neighbouring values are alike, so single ones would not help.</summary>
/// <remarks>Python: <c>keras.layers.SpatialDropout1D</c>. Input and output <c>(batch, time, channels)</c>.</remarks>
/// <param name="rate">Fraction that is set to zero, from 0 to 1.</param>
/// <param name="seed">Seed; null: the next of the scope.</param>
public sealed class SpatialDropout1D(double rate, int? seed = null) : SpatialDropout(rate, 3, null, seed)
{
}

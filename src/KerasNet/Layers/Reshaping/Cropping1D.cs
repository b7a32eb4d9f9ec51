namespace KerasNet.Layers;

/// <summary>Cuts the ends of one axis, as of time.</summary>
/// <remarks>Python: <c>keras.layers.Cropping1D</c>. Input <c>(batch, steps, channels)</c>.</remarks>
/// <param name="cropping">What is cut: a number, or a pair (before, after); null: 1.</param>
public sealed class Cropping1D(SpatialMargins? cropping = null) : BaseCropping(1, cropping ?? 1, "channels_last");

namespace KerasNet.Layers;

/// <summary>Puts zeros around one axis, as of time.</summary>
/// <remarks>Python: <c>keras.layers.ZeroPadding1D</c>. Input <c>(batch, steps, channels)</c>, or channels first.</remarks>
/// <param name="padding">How many zeros: a number, one for each axis, or pairs (before, after); null: 1.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
public sealed class ZeroPadding1D(SpatialMargins? padding = null, string? dataFormat = null) : BaseZeroPadding(1, padding, dataFormat);

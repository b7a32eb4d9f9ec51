namespace KerasNet.Layers;

/// <summary>Greatest value of each window over series, with as many windows as the output is to have.</summary>
/// <remarks>Python: <c>keras.layers.AdaptiveMaxPooling1D</c>. Input <c>(batch, steps, channels)</c>, or channels first; the spatial sizes are known.</remarks>
/// <param name="outputSize">Size of the output: a number, or one for each spatial axis.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
public sealed class AdaptiveMaxPooling1D(SpatialSizes outputSize, string? dataFormat = null) : BaseAdaptivePooling(1, outputSize, dataFormat)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.AdaptiveMaxPool(x, OutputSize.ToArray(), DataFormat);
}

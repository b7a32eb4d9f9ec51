namespace KerasNet.Layers;

/// <summary>Greatest value of each window over volumes, with as many windows as the output is to have.</summary>
/// <remarks>Python: <c>keras.layers.AdaptiveMaxPooling3D</c>. Input <c>(batch, depth, height, width, channels)</c>, or channels first; the spatial sizes are known.</remarks>
/// <param name="outputSize">Size of the output: a number, or one for each spatial axis.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
public sealed class AdaptiveMaxPooling3D(SpatialSizes outputSize, string? dataFormat = null) : BaseAdaptivePooling(3, outputSize, dataFormat)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.AdaptiveMaxPool(x, OutputSize.ToArray(), DataFormat);
}

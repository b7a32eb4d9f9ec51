namespace KerasNet.Layers;

/// <summary>Mean of each channel over images.</summary>
/// <remarks>Python: <c>keras.layers.GlobalAveragePooling2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first; output <c>(batch, channels)</c>.</remarks>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
public class GlobalAveragePooling2D(string? dataFormat = null, bool keepdims = false) : BaseGlobalPooling(2, dataFormat, keepdims)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Mean(x, SpatialAxes, Keepdims);
}

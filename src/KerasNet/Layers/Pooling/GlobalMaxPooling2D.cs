namespace KerasNet.Layers;

/// <summary>Greatest value of each channel over images.</summary>
/// <remarks>Python: <c>keras.layers.GlobalMaxPooling2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first; output <c>(batch, channels)</c>.</remarks>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
public class GlobalMaxPooling2D(string? dataFormat = null, bool keepdims = false) : BaseGlobalPooling(2, dataFormat, keepdims)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Max(x, SpatialAxes, Keepdims);
}

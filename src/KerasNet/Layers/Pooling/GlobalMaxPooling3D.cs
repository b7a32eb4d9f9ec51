namespace KerasNet.Layers;

/// <summary>Greatest value of each channel over volumes.</summary>
/// <remarks>Python: <c>keras.layers.GlobalMaxPooling3D</c>. Input <c>(batch, depth, height, width, channels)</c>, or channels first; output <c>(batch, channels)</c>.</remarks>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
public class GlobalMaxPooling3D(string? dataFormat = null, bool keepdims = false) : BaseGlobalPooling(3, dataFormat, keepdims)
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Max(x, SpatialAxes, Keepdims);
}

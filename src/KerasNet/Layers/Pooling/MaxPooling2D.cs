namespace KerasNet.Layers;

/// <summary>Greatest value of each window over images.</summary>
/// <remarks>Python: <c>keras.layers.MaxPooling2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first.</remarks>
/// <param name="poolSize">Size of the window: a number, or one for each spatial axis; null: 2.</param>
/// <param name="strides">Step of the window; null: its size.</param>
/// <param name="padding"><c>valid</c> or <c>same</c>.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
public class MaxPooling2D(SpatialSizes? poolSize = null, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : BasePooling(2, poolSize ?? 2, strides, padding, dataFormat)
{
    private protected override Tensor Pool(Tensor x) => Ops.MaxPool(x, PoolSize.ToArray(), Strides.ToArray(), Padding, DataFormat);
}

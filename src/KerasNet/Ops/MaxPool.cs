namespace KerasNet;

public static partial class Ops
{
    /// <summary>The largest element of each window, over one to three spatial axes.</summary>
    /// <remarks>Python: <c>keras.ops.max_pool</c>.</remarks>
    /// <param name="inputs">Tensor <c>(batch, …spatial, channels)</c>, or channels before the spatial axes.</param>
    /// <param name="poolSize">The window's size, or one for each spatial axis.</param>
    /// <param name="strides">A step, or one for each spatial axis; null for the window's size.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
    /// <exception cref="ArgumentException">Shapes or settings do not fit.</exception>
    public static Tensor MaxPool(Tensor inputs, TensorShape poolSize, TensorShape? strides = null, string padding = "valid", string? dataFormat = null) =>
        Run("MaxPool", inputs, x => Pools.Compute(x.DType == DataType.Float64 ? Narrowed(x) : x, poolSize, strides, padding, dataFormat, average: false), PoolConfig(poolSize, strides, padding, dataFormat));

    private static (string Name, object? Value)[] PoolConfig(TensorShape poolSize, TensorShape? strides, string padding, string? dataFormat) =>
        [("pool_size", Numbers(poolSize)), ("strides", strides is null ? null : Numbers(strides)), ("padding", padding), ("data_format", dataFormat ?? Keras.Config.ImageDataFormat)];
}

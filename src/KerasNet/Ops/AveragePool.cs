namespace KerasNet;

public static partial class Ops
{
    /// <summary>The mean of each window, over one to three spatial axes; padding does not count.</summary>
    /// <remarks>Python: <c>keras.ops.average_pool</c>.</remarks>
    /// <param name="inputs">Tensor <c>(batch, …spatial, channels)</c>, or channels before the spatial axes.</param>
    /// <param name="poolSize">The window's size, or one for each spatial axis.</param>
    /// <param name="strides">A step, or one for each spatial axis; null for the window's size.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
    /// <exception cref="ArgumentException">Shapes or settings do not fit.</exception>
    public static Tensor AveragePool(Tensor inputs, TensorShape poolSize, TensorShape? strides = null, string padding = "valid", string? dataFormat = null) =>
        Run("AveragePool", inputs, x => Pools.Compute(x, poolSize, strides, padding, dataFormat, average: true), PoolConfig(poolSize, strides, padding, dataFormat));
}

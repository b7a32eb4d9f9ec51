namespace KerasNet;

public static partial class Ops
{
    /// <summary>Convolution over one to three spatial axes; fewer channels in the kernel than in the input make groups.</summary>
    /// <remarks>Python: <c>keras.ops.conv</c>. Kernel <c>(…spatial, channels/groups, filters)</c>.</remarks>
    /// <param name="inputs">Tensor <c>(batch, …spatial, channels)</c>, or channels before the spatial axes.</param>
    /// <param name="kernel">The filter.</param>
    /// <param name="strides">A step, or one for each spatial axis.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
    /// <param name="dilationRate">A distance of the kernel's elements, or one for each spatial axis.</param>
    /// <exception cref="ArgumentException">Shapes or settings do not fit, or the output is empty.</exception>
    public static Tensor Conv(Tensor inputs, Tensor kernel, TensorShape? strides = null, string padding = "valid", string? dataFormat = null, TensorShape? dilationRate = null) =>
        Run("Conv", inputs, kernel, (x, k) =>
        {
            var window = new SlidingWindow(x, strides, padding, dataFormat, dilationRate);
            return window.Around(x, t => Convolutions.Dense(t, window.Filter(k), window));
        }, WindowConfig(strides, padding, dataFormat, dilationRate));

    private static (string Name, object? Value)[] WindowConfig(TensorShape? strides, string padding, string? dataFormat, TensorShape? dilationRate) =>
        [("strides", Numbers(strides)), ("padding", padding), ("data_format", dataFormat ?? Keras.Config.ImageDataFormat), ("dilation_rate", Numbers(dilationRate))];

    /// <summary>One number or several, as they stand in a model's file.</summary>
    private static object Numbers(TensorShape? values) => values is null ? 1 : values.Rank == 1 ? values[0] : values.ToArray();
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Convolution of every channel by itself, over one or two spatial axes.</summary>
    /// <remarks>Python: <c>keras.ops.depthwise_conv</c>. Kernel <c>(…spatial, channels, multiplier)</c>; the output has <c>channels · multiplier</c> channels.</remarks>
    /// <exception cref="ArgumentException">Shapes or settings do not fit.</exception>
    public static Tensor DepthwiseConv(Tensor inputs, Tensor kernel, TensorShape? strides = null, string padding = "valid", string? dataFormat = null, TensorShape? dilationRate = null) =>
        Run("DepthwiseConv", inputs, kernel, (x, k) =>
        {
            var window = Flat(x, strides, padding, dataFormat, dilationRate);
            return window.Around(x, t => Convolutions.Depthwise(t, window.Filter(k), window));
        }, WindowConfig(strides, padding, dataFormat, dilationRate));

    private static SlidingWindow Flat(Tensor x, TensorShape? strides, string padding, string? dataFormat, TensorShape? dilationRate) => x.Rank > 4
        ? throw new ArgumentException($"`inputs` rank must be 3 (1D conv) or 4 (2D conv). Received: {x.Rank}.", nameof(x))
        : new SlidingWindow(x, strides, padding, dataFormat, dilationRate);
}

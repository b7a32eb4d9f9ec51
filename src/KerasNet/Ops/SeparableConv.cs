namespace KerasNet;

public static partial class Ops
{
    /// <summary>Depthwise convolution, then a mixture of its channels at each position.</summary>
    /// <remarks>Python: <c>keras.ops.separable_conv</c>. Kernels <c>(…spatial, channels, multiplier)</c> and <c>(1…, channels · multiplier, filters)</c>.</remarks>
    /// <exception cref="ArgumentException">Shapes or settings do not fit.</exception>
    public static Tensor SeparableConv(
        Tensor inputs, Tensor depthwiseKernel, Tensor pointwiseKernel, TensorShape? strides = null, string padding = "valid", string? dataFormat = null, TensorShape? dilationRate = null) =>
        Run("SeparableConv", [inputs, depthwiseKernel, pointwiseKernel], t =>
        {
            var window = Flat(t[0], strides, padding, dataFormat, dilationRate);
            return window.Around(t[0], x => RawOps.Conv2D(Convolutions.Depthwise(x, window.Filter(t[1]), window), window.Filter(t[2]), [1, 1, 1, 1], "VALID"));
        }, WindowConfig(strides, padding, dataFormat, dilationRate));
}

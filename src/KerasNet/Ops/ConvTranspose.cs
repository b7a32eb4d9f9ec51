namespace KerasNet;

public static partial class Ops
{
    /// <summary>Transposed convolution over one to three spatial axes: the way of a convolution's gradient, which makes images larger.</summary>
    /// <remarks>Python: <c>keras.ops.conv_transpose</c>. Kernel <c>(…spatial, filters, channels)</c>.</remarks>
    /// <param name="inputs">Tensor <c>(batch, …spatial, channels)</c>, or channels before the spatial axes.</param>
    /// <param name="kernel">The filter.</param>
    /// <param name="strides">A step, or one for each spatial axis.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="outputPadding">What the output is larger than its least size; null for the usual size.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
    /// <param name="dilationRate">A distance of the kernel's elements, or one for each spatial axis.</param>
    /// <exception cref="ArgumentException">Shapes or settings do not fit.</exception>
    public static Tensor ConvTranspose(
        Tensor inputs, Tensor kernel, TensorShape? strides = null, string padding = "valid", TensorShape? outputPadding = null, string? dataFormat = null, TensorShape? dilationRate = null) =>
        Run("ConvTranspose", inputs, kernel, (x, k) =>
        {
            var window = new SlidingWindow(x, strides, padding, dataFormat, dilationRate);
            return window.Around(x, t => TransposedConvolution.Compute(t, window.Filter(k), window, Extra(outputPadding, window)));
        }, [.. WindowConfig(strides, padding, dataFormat, dilationRate), ("output_padding", outputPadding is null ? null : Numbers(outputPadding))]);

    private static int[]? Extra(TensorShape? outputPadding, SlidingWindow window)
    {
        if (outputPadding is null)
        {
            return null;
        }

        var spread = outputPadding.Rank == 1 ? [.. Enumerable.Repeat(outputPadding[0], window.SpatialRank)] : outputPadding.ToArray();
        return spread.Length != window.SpatialRank
            ? throw new ArgumentException($"`output_padding` must be one number, or {window.SpatialRank}: one for each spatial axis. Received: output_padding={outputPadding}.", nameof(outputPadding))
            : window.SpatialRank == 1 ? [0, spread[0]] : spread;
    }
}

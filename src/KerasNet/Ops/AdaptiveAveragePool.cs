namespace KerasNet;

public static partial class Ops
{
    /// <summary>Means of windows, as many as the output is to have.</summary>
    /// <remarks>Python: <c>keras.ops.adaptive_average_pool</c>.</remarks>
    /// <exception cref="ArgumentException">A spatial size is not known.</exception>
    public static Tensor AdaptiveAveragePool(Tensor inputs, TensorShape outputSize, string? dataFormat = null) => Run(
        "AdaptiveAveragePool", inputs, x => AdaptivePools.Compute(x, outputSize, dataFormat, static (t, axis) => RawOps.Mean(t, axis, keepDims: true)),
        ("output_size", Numbers(outputSize)), ("data_format", dataFormat ?? Keras.Config.ImageDataFormat));
}

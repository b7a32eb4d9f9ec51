namespace KerasNet;

public static partial class Ops
{
    /// <summary>Largest elements of windows, as many as the output is to have.</summary>
    /// <remarks>Python: <c>keras.ops.adaptive_max_pool</c>.</remarks>
    /// <exception cref="ArgumentException">A spatial size is not known.</exception>
    public static Tensor AdaptiveMaxPool(Tensor inputs, TensorShape outputSize, string? dataFormat = null) => Run(
        "AdaptiveMaxPool", inputs, x => AdaptivePools.Compute(x, outputSize, dataFormat, static (t, axis) => RawOps.Max(t, axis, keepDims: true)),
        ("output_size", Numbers(outputSize)), ("data_format", dataFormat ?? Keras.Config.ImageDataFormat));
}

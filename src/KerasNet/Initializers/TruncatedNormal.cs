namespace KerasNet.Initializers;

/// <summary>Normally distributed numbers; those more than two standard deviations from the mean are drawn again.</summary>
/// <remarks>Python: <c>keras.initializers.TruncatedNormal</c>.</remarks>
/// <param name="mean">Mean.</param>
/// <param name="stddev">Standard deviation before truncation.</param>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
public sealed class TruncatedNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Mean.</summary>
    public double Mean { get; } = mean;

    /// <summary>Standard deviation before truncation.</summary>
    public double Stddev { get; } = stddev;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => TruncatedNormal(shape, dtype, Mean, Stddev);
}

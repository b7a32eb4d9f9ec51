namespace KerasNet.Initializers;

/// <summary>Normally distributed numbers.</summary>
/// <remarks>Python: <c>keras.initializers.RandomNormal</c>.</remarks>
/// <param name="mean">Mean.</param>
/// <param name="stddev">Standard deviation.</param>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
[Internal.Alias("normal")]
public sealed class RandomNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Mean.</summary>
    public double Mean { get; } = mean;

    /// <summary>Standard deviation.</summary>
    public double Stddev { get; } = stddev;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => Normal(shape, dtype, Mean, Stddev);
}

namespace KerasNet.Initializers;

/// <summary>Uniformly distributed numbers.</summary>
/// <remarks>Python: <c>keras.initializers.RandomUniform</c>.</remarks>
/// <param name="minval">Lower bound, included.</param>
/// <param name="maxval">Upper bound, not included.</param>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
[Internal.Alias("uniform")]
public sealed class RandomUniform(double minval = -0.05, double maxval = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Lower bound, included.</summary>
    public double Minval { get; } = minval;

    /// <summary>Upper bound, not included.</summary>
    public double Maxval { get; } = maxval;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => Uniform(shape, dtype, Minval, Maxval);
}

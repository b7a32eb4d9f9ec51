namespace KerasNet.Initializers;

/// <summary>Truncated normal numbers with variance 2 / (inputs + outputs).</summary>
/// <remarks>Python: <c>keras.initializers.GlorotNormal</c>. Source: Glorot and Bengio, 2010.</remarks>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
/// <param name="inputAxes">Axes of the weight that are inputs; null: by rank.</param>
/// <param name="outputAxes">Axes of the weight that are outputs; null: by rank.</param>
public sealed class GlorotNormal(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
    : VarianceScaling(1.0, "fan_avg", "truncated_normal", seed, inputAxes, outputAxes);

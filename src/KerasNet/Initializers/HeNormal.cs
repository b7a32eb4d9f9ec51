namespace KerasNet.Initializers;

/// <summary>Truncated normal numbers with variance 2 / inputs: for ReLU.</summary>
/// <remarks>Python: <c>keras.initializers.HeNormal</c>. Source: He et al., 2015.</remarks>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
/// <param name="inputAxes">Axes of the weight that are inputs; null: by rank.</param>
/// <param name="outputAxes">Axes of the weight that are outputs; null: by rank.</param>
public sealed class HeNormal(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
    : VarianceScaling(2.0, "fan_in", "truncated_normal", seed, inputAxes, outputAxes);

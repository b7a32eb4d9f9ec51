namespace KerasNet.Initializers;

/// <summary>Uniform numbers within ±√(6 / inputs): for ReLU.</summary>
/// <remarks>Python: <c>keras.initializers.HeUniform</c>. Source: He et al., 2015.</remarks>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
/// <param name="inputAxes">Axes of the weight that are inputs; null: by rank.</param>
/// <param name="outputAxes">Axes of the weight that are outputs; null: by rank.</param>
public sealed class HeUniform(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
    : VarianceScaling(2.0, "fan_in", "uniform", seed, inputAxes, outputAxes);

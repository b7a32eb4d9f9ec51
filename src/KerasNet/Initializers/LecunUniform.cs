namespace KerasNet.Initializers;

/// <summary>Uniform numbers within ±√(3 / inputs).</summary>
/// <remarks>Python: <c>keras.initializers.LecunUniform</c>. Source: LeCun et al., 1998.</remarks>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
/// <param name="inputAxes">Axes of the weight that are inputs; null: by rank.</param>
/// <param name="outputAxes">Axes of the weight that are outputs; null: by rank.</param>
public sealed class LecunUniform(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
    : VarianceScaling(1.0, "fan_in", "uniform", seed, inputAxes, outputAxes);

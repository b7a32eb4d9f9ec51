namespace KerasNet.Initializers;

/// <summary>Uniform numbers within ±√(6 / (inputs + outputs)): the default of most layers.</summary>
/// <remarks>Python: <c>keras.initializers.GlorotUniform</c>. Source: Glorot and Bengio, 2010.</remarks>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
/// <param name="inputAxes">Axes of the weight that are inputs; null: by rank.</param>
/// <param name="outputAxes">Axes of the weight that are outputs; null: by rank.</param>
public sealed class GlorotUniform(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
    : VarianceScaling(1.0, "fan_avg", "uniform", seed, inputAxes, outputAxes);

namespace KerasNet.Initializers;

/// <summary>Truncated normal numbers with variance 1 / inputs: for SELU.</summary>
/// <remarks>Python: <c>keras.initializers.LecunNormal</c>. Source: Klambauer et al., 2017.</remarks>
/// <param name="seed">Makes the numbers repeatable; null: Keras chooses.</param>
/// <param name="inputAxes">Axes of the weight that are inputs; null: by rank.</param>
/// <param name="outputAxes">Axes of the weight that are outputs; null: by rank.</param>
public sealed class LecunNormal(int? seed = null, int[]? inputAxes = null, int[]? outputAxes = null)
    : VarianceScaling(1.0, "fan_in", "truncated_normal", seed, inputAxes, outputAxes);

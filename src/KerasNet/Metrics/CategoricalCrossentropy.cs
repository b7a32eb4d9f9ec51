namespace KerasNet.Metrics;

/// <summary>Mean cross-entropy of one-hot targets and class probabilities.</summary>
/// <remarks>Python: <c>keras.metrics.CategoricalCrossentropy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How much of the targets is spread evenly.</param>
/// <param name="axis">Axis of the classes.</param>
public sealed class CategoricalCrossentropy(string? name = "categorical_crossentropy", DataType? dtype = null, bool fromLogits = false, double labelSmoothing = 0, int axis = -1)
    : MeanMetricWrapper((yTrue, yPred) => Losses.CategoricalCrossentropy.Function(yTrue, yPred, fromLogits, labelSmoothing, axis), name, dtype)
{
    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How much of the targets is spread evenly.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>Axis of the classes.</summary>
    public int Axis { get; } = axis;

    internal override bool? HigherIsBetter => false;
}

namespace KerasNet.Metrics;

/// <summary>Mean cross-entropy of yes-no targets and probabilities.</summary>
/// <remarks>Python: <c>keras.metrics.BinaryCrossentropy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How much of the targets is spread evenly.</param>
[Internal.Alias("bce", "BCE")]
public sealed class BinaryCrossentropy(string? name = "binary_crossentropy", DataType? dtype = null, bool fromLogits = false, double labelSmoothing = 0)
    : MeanMetricWrapper((yTrue, yPred) => Losses.BinaryCrossentropy.Function(yTrue, yPred, fromLogits, labelSmoothing), name, dtype)
{
    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How much of the targets is spread evenly.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    internal override bool? HigherIsBetter => false;
}

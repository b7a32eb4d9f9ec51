namespace KerasNet.Metrics;

/// <summary>Mean cross-entropy of class numbers and class probabilities.</summary>
/// <remarks>Python: <c>keras.metrics.SparseCategoricalCrossentropy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="ignoreClass">A class number that does not count.</param>
/// <param name="axis">Axis of the classes.</param>
public sealed class SparseCategoricalCrossentropy(string? name = "sparse_categorical_crossentropy", DataType? dtype = null, bool fromLogits = false, int? ignoreClass = null, int axis = -1)
    : MeanMetricWrapper((yTrue, yPred) => Losses.SparseCategoricalCrossentropy.Function(yTrue, yPred, fromLogits, ignoreClass, axis), name, dtype)
{
    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>A class number that does not count.</summary>
    public int? IgnoreClass { get; } = ignoreClass;

    /// <summary>Axis of the classes.</summary>
    public int Axis { get; } = axis;

    internal override bool? HigherIsBetter => false;
}

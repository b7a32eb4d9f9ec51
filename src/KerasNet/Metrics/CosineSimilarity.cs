namespace KerasNet.Metrics;

/// <summary>Cosine of the angle between targets and predictions: 1 is the same direction.</summary>
/// <remarks>Python: <c>keras.metrics.CosineSimilarity</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="axis">Axis of the features.</param>
public sealed class CosineSimilarity(string? name = "cosine_similarity", DataType? dtype = null, int axis = -1)
    : MeanMetricWrapper((yTrue, yPred) => -Losses.CosineSimilarity.Function(yTrue, yPred, axis), name, dtype)
{
    /// <summary>Axis of the features.</summary>
    public int Axis { get; } = axis;

    internal override bool? HigherIsBetter => true;
}

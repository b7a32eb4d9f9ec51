namespace KerasNet.Metrics;

/// <summary>How often the class of the one-hot target is among the most probable ones.</summary>
/// <remarks>Python: <c>keras.metrics.TopKCategoricalAccuracy</c>.</remarks>
/// <param name="k">Number of classes that count.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class TopKCategoricalAccuracy(int k = 5, string? name = "top_k_categorical_accuracy", DataType? dtype = null)
    : MeanMetricWrapper((yTrue, yPred) => Function(yTrue, yPred, k), name, dtype)
{
    /// <summary>Number of classes that count.</summary>
    public int K { get; } = k;

    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.top_k_categorical_accuracy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="k">Number of classes that count.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, int k = 5)
    {
        return SparseTopKCategoricalAccuracy.Function(Ops.Argmax(yTrue, axis: -1), yPred, k);
    }
}

namespace KerasNet.Metrics;

/// <summary>How often the target, a class number, is among the most probable classes.</summary>
/// <remarks>Python: <c>keras.metrics.SparseTopKCategoricalAccuracy</c>.</remarks>
/// <param name="k">Number of classes that count.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="fromSortedIds">Whether predictions are class numbers, best first, instead of probabilities.</param>
public sealed class SparseTopKCategoricalAccuracy(int k = 5, string? name = "sparse_top_k_categorical_accuracy", DataType? dtype = null, bool fromSortedIds = false)
    : MeanMetricWrapper((yTrue, yPred) => Function(yTrue, yPred, k, fromSortedIds), name, dtype)
{
    /// <summary>Number of classes that count.</summary>
    public int K { get; } = k;

    /// <summary>Whether predictions are class numbers, best first, instead of probabilities.</summary>
    public bool FromSortedIds { get; } = fromSortedIds;

    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.sparse_top_k_categorical_accuracy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="k">Number of classes that count.</param>
    /// <param name="fromSortedIds">Whether predictions are class numbers, best first, instead of probabilities.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, int k = 5, bool fromSortedIds = false)
    {
        var predictions = yPred.Rank > 2 ? Ops.Reshape(yPred, [-1, yPred.Shape[^1]]) : yPred;
        var targets = Ops.Cast(yTrue.Rank > 1 ? Ops.Reshape(yTrue, -1) : yTrue, fromSortedIds ? yPred.DType : DataType.Int32);
        var matches = fromSortedIds
            ? Ops.Any(Ops.Equal(Ops.ExpandDims(targets, 1), Ops.Take(predictions, Tensor.From(Enumerable.Range(0, k).ToArray()), axis: 1)), axis: 1)
            : Ops.InTopK(targets, predictions, k);
        matches = Ops.Cast(matches, Keras.Config.FloatX);
        return yTrue.Rank > 1 ? RawOps.Reshape(matches, RawOps.Shape(yTrue), yTrue.Shape) : matches;
    }
}

namespace KerasNet.Metrics;

/// <summary>How often the most probable class is the target, a class number.</summary>
/// <remarks>Python: <c>keras.metrics.SparseCategoricalAccuracy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class SparseCategoricalAccuracy(string? name = "sparse_categorical_accuracy", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.sparse_categorical_accuracy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        if (yTrue.Rank == yPred.Rank && yTrue.Shape[^1] == 1)
        {
            yTrue = Ops.Squeeze(yTrue, -1);
        }

        var matches = Ops.Equal(Ops.Cast(yTrue, yPred.DType), Ops.Cast(Ops.Argmax(yPred, axis: -1), yPred.DType));
        matches = matches.Rank > 1 && matches.Shape[^1] == 1 ? Ops.Squeeze(matches, -1) : matches;
        return Ops.Cast(matches, Keras.Config.FloatX);
    }
}

using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>How often predictions equal targets.</summary>
/// <remarks>Python: <c>keras.metrics.Accuracy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Accuracy(string? name = "accuracy", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.Accuracy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        return Ops.Cast(Ops.Equal(yTrue, yPred), Keras.Config.FloatX);
    }
}

using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>How often a probability is on the target's side of the threshold.</summary>
/// <remarks>Python: <c>keras.metrics.BinaryAccuracy</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="threshold">Above it a prediction means 1.</param>
public sealed class BinaryAccuracy(string? name = "binary_accuracy", DataType? dtype = null, double threshold = 0.5)
    : MeanMetricWrapper((yTrue, yPred) => Function(yTrue, yPred, threshold), name, dtype)
{
    /// <summary>Above it a prediction means 1.</summary>
    public double Threshold { get; } = threshold;

    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.binary_accuracy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="threshold">Above it a prediction means 1.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, double threshold = 0.5)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Ops.Cast(Ops.Equal(yTrue, Ops.Cast(yPred > threshold, yTrue.DType)), Keras.Config.FloatX);
    }
}

using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Agreement of targets and predictions: correlation that also asks for the same mean and spread.</summary>
/// <remarks>Python: <c>keras.metrics.ConcordanceCorrelation</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="axis">Axis over which values are correlated.</param>
public sealed class ConcordanceCorrelation(string? name = "concordance_correlation", DataType? dtype = null, int axis = -1)
    : MeanMetricWrapper((yTrue, yPred) => Function(yTrue, yPred, axis), name, dtype)
{
    /// <summary>Axis over which values are correlated.</summary>
    public int Axis { get; } = axis;

    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.concordance_correlation</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="axis">Axis over which values are correlated.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, int axis = -1)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        Tensor Mean(Tensor x) => Ops.Mean(x, axis: axis, keepdims: true);
        var (trueMean, predMean) = (Mean(yTrue), Mean(yPred));
        var (trueVariance, predVariance) = (Mean(Ops.Square(yTrue - trueMean)), Mean(Ops.Square(yPred - predMean)));
        var covariance = (yTrue - predMean) * (yPred - predMean);
        var norm = trueVariance + predVariance + Ops.Square(trueMean - predMean);
        return Ops.Mean(2 * covariance / (norm + Keras.Config.Epsilon), axis: axis);
    }
}

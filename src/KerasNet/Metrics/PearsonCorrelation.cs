using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>Correlation of targets and predictions: 1 is a rising line.</summary>
/// <remarks>Python: <c>keras.metrics.PearsonCorrelation</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
/// <param name="axis">Axis over which values are correlated.</param>
public sealed class PearsonCorrelation(string? name = "pearson_correlation", DataType? dtype = null, int axis = -1)
    : MeanMetricWrapper((yTrue, yPred) => Function(yTrue, yPred, axis), name, dtype)
{
    /// <summary>Axis over which values are correlated.</summary>
    public int Axis { get; } = axis;

    internal override bool? HigherIsBetter => true;

    /// <summary>The value of each sample.</summary>
    /// <remarks>Python: <c>keras.metrics.pearson_correlation</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="axis">Axis over which values are correlated.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, int axis = -1)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        return Ops.Mean(Standard(yTrue, axis) * Standard(yPred, axis), axis: axis);
    }

    private static Tensor Standard(Tensor x, int axis)
    {
        var centred = x - Ops.Mean(x, axis: axis, keepdims: true);
        return centred / Ops.Sqrt(Ops.Mean(Ops.Square(centred), axis: axis, keepdims: true));
    }
}

namespace KerasNet.Metrics;

/// <summary>Mean squared hinge loss.</summary>
/// <remarks>Python: <c>keras.metrics.SquaredHinge</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class SquaredHinge(string? name = "squared_hinge", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.SquaredHinge.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

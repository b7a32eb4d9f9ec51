namespace KerasNet.Metrics;

/// <summary>Mean Poisson loss.</summary>
/// <remarks>Python: <c>keras.metrics.Poisson</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Poisson(string? name = "poisson", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.Poisson.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => null;
}

namespace KerasNet.Metrics;

/// <summary>Mean Kullback-Leibler divergence.</summary>
/// <remarks>Python: <c>keras.metrics.KLDivergence</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class KLDivergence(string? name = "kl_divergence", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.KLDivergence.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => null;
}

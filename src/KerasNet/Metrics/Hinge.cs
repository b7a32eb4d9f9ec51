namespace KerasNet.Metrics;

/// <summary>Mean hinge loss.</summary>
/// <remarks>Python: <c>keras.metrics.Hinge</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Hinge(string? name = "hinge", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.Hinge.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

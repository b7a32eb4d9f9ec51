namespace KerasNet.Metrics;

/// <summary>Mean categorical hinge loss.</summary>
/// <remarks>Python: <c>keras.metrics.CategoricalHinge</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CategoricalHinge(string? name = "categorical_hinge", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.CategoricalHinge.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

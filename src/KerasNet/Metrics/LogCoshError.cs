namespace KerasNet.Metrics;

/// <summary>Mean of <c>log(cosh(error))</c>.</summary>
/// <remarks>Python: <c>keras.metrics.LogCoshError</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class LogCoshError(string? name = "logcosh", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.LogCosh.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

namespace KerasNet.Metrics;

/// <summary>Mean of squared differences of <c>log(1 + y)</c>.</summary>
/// <remarks>Python: <c>keras.metrics.MeanSquaredLogarithmicError</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("msle", "MSLE")]
public sealed class MeanSquaredLogarithmicError(string? name = "mean_squared_logarithmic_error", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.MeanSquaredLogarithmicError.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

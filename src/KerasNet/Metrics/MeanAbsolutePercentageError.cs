namespace KerasNet.Metrics;

/// <summary>Mean of absolute differences in percent of the target.</summary>
/// <remarks>Python: <c>keras.metrics.MeanAbsolutePercentageError</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("mape", "MAPE")]
public sealed class MeanAbsolutePercentageError(string? name = "mean_absolute_percentage_error", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.MeanAbsolutePercentageError.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

namespace KerasNet.Metrics;

/// <summary>Mean of absolute differences.</summary>
/// <remarks>Python: <c>keras.metrics.MeanAbsoluteError</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("mae", "MAE")]
public sealed class MeanAbsoluteError(string? name = "mean_absolute_error", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.MeanAbsoluteError.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

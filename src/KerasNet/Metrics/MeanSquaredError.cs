namespace KerasNet.Metrics;

/// <summary>Mean of squared differences.</summary>
/// <remarks>Python: <c>keras.metrics.MeanSquaredError</c>.</remarks>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("mse", "MSE")]
public sealed class MeanSquaredError(string? name = "mean_squared_error", DataType? dtype = null)
    : MeanMetricWrapper(static (yTrue, yPred) => Losses.MeanSquaredError.Function(yTrue, yPred), name, dtype)
{
    internal override bool? HigherIsBetter => false;
}

namespace KerasNet.Metrics;

/// <summary>Number of samples that are rightly predicted to be 0.</summary>
/// <remarks>Python: <c>keras.metrics.TrueNegatives</c>.</remarks>
/// <param name="thresholds">Above it a prediction means 1; several give several counts; null: 0.5.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class TrueNegatives(Thresholds? thresholds = null, string? name = null, DataType? dtype = null)
    : ConfusionCount(thresholds, name, dtype, static (values, counts) => new ConfusionMatrix(values) { TrueNegatives = counts });

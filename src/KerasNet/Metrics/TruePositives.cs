namespace KerasNet.Metrics;

/// <summary>Number of samples that are rightly predicted to be 1.</summary>
/// <remarks>Python: <c>keras.metrics.TruePositives</c>.</remarks>
/// <param name="thresholds">Above it a prediction means 1; several give several counts; null: 0.5.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class TruePositives(Thresholds? thresholds = null, string? name = null, DataType? dtype = null)
    : ConfusionCount(thresholds, name, dtype, static (values, counts) => new ConfusionMatrix(values) { TruePositives = counts });

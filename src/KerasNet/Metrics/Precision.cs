namespace KerasNet.Metrics;

/// <summary>Share of the samples predicted to be 1 that are 1.</summary>
/// <remarks>Python: <c>keras.metrics.Precision</c>.</remarks>
/// <param name="thresholds">Above it a prediction means 1; several give several results; null: 0.5, or none with <paramref name="topK"/>.</param>
/// <param name="topK">Number of best classes of each sample that count as predicted; null: by threshold.</param>
/// <param name="classId">The class that counts; null: all.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Precision(Thresholds? thresholds = null, int? topK = null, int? classId = null, string? name = null, DataType? dtype = null)
    : ConfusionShare(thresholds, topK, classId, name, dtype, ofPredicted: true);

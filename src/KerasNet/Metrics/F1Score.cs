namespace KerasNet.Metrics;

/// <summary>Harmonic mean of precision and recall.</summary>
/// <remarks>Python: <c>keras.metrics.F1Score</c>. Targets and predictions have shape <c>(batch, classes)</c>.</remarks>
/// <param name="average"><c>micro</c>, <c>macro</c>, <c>weighted</c>, or null: one result for each class.</param>
/// <param name="threshold">Above it a prediction means 1; null: the most probable class.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class F1Score(string? average = null, double? threshold = null, string? name = "f1_score", DataType? dtype = null)
    : FBetaScore(average, 1.0, threshold, name, dtype);

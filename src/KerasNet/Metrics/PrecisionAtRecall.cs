namespace KerasNet.Metrics;

/// <summary>Best precision where recall is at least a given value.</summary>
/// <remarks>Python: <c>keras.metrics.PrecisionAtRecall</c>.</remarks>
/// <param name="recall">The value, from 0 to 1.</param>
/// <param name="numThresholds">Number of thresholds that are tried.</param>
/// <param name="classId">The class that counts; null: all.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class PrecisionAtRecall(double recall, int numThresholds = 200, int? classId = null, string? name = null, DataType? dtype = null)
    : ThresholdSearch(recall, nameof(recall), numThresholds, classId, name, dtype)
{
    /// <summary>The value that is asked for.</summary>
    public double Recall { get; } = recall;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Precisions, Sensitivities);
}

namespace KerasNet.Metrics;

/// <summary>Best sensitivity where specificity is at least a given value.</summary>
/// <remarks>Python: <c>keras.metrics.SensitivityAtSpecificity</c>.</remarks>
/// <param name="specificity">The value, from 0 to 1.</param>
/// <param name="numThresholds">Number of thresholds that are tried.</param>
/// <param name="classId">The class that counts; null: all.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class SensitivityAtSpecificity(double specificity, int numThresholds = 200, int? classId = null, string? name = null, DataType? dtype = null)
    : ThresholdSearch(specificity, nameof(specificity), numThresholds, classId, name, dtype)
{
    /// <summary>The value that is asked for.</summary>
    public double Specificity { get; } = specificity;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Sensitivities, Specificities);
}

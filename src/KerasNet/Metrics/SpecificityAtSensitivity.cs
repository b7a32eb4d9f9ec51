namespace KerasNet.Metrics;

/// <summary>Best specificity where sensitivity is at least a given value.</summary>
/// <remarks>Python: <c>keras.metrics.SpecificityAtSensitivity</c>.</remarks>
/// <param name="sensitivity">The value, from 0 to 1.</param>
/// <param name="numThresholds">Number of thresholds that are tried.</param>
/// <param name="classId">The class that counts; null: all.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class SpecificityAtSensitivity(double sensitivity, int numThresholds = 200, int? classId = null, string? name = null, DataType? dtype = null)
    : ThresholdSearch(sensitivity, nameof(sensitivity), numThresholds, classId, name, dtype)
{
    /// <summary>The value that is asked for.</summary>
    public double Sensitivity { get; } = sensitivity;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Specificities, Sensitivities);
}

namespace KerasNet.Metrics;

/// <summary>Intersection over union of two classes, where predictions are probabilities.</summary>
/// <remarks>Python: <c>keras.metrics.BinaryIoU</c>.</remarks>
/// <param name="targetClassIds">The classes whose mean is taken; null: 0 and 1.</param>
/// <param name="threshold">From it on a prediction means 1.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of the counts; null: int64.</param>
public sealed class BinaryIoU(IReadOnlyList<int>? targetClassIds = null, double threshold = 0.5, string? name = null, DataType? dtype = null)
    : IoU(2, targetClassIds ?? [0, 1], name, dtype)
{
    /// <summary>From it on a prediction means 1.</summary>
    public double Threshold { get; } = threshold;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        base.UpdateState(yTrue, Ops.Cast(Ops.Cast(yPred, DataType.Float32) >= Threshold, DataType.Int64), sampleWeight);
}

namespace KerasNet.Losses;

/// <summary>Cross-entropy of one-hot targets and class probabilities.</summary>
/// <remarks>Python: <c>keras.losses.CategoricalCrossentropy</c>.</remarks>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
/// <param name="axis">Axis of the classes.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CategoricalCrossentropy(bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1, string? reduction = "sum_over_batch_size", string? name = "categorical_crossentropy", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How much of the targets is spread evenly: 0 to 1.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>Axis of the classes.</summary>
    public int Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.categorical_crossentropy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
    /// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
    /// <param name="axis">Axis of the classes.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1)
    {
        yTrue = SmoothLabels.Categorical(Ops.Cast(yTrue, yPred.DType), labelSmoothing);
        return Ops.CategoricalCrossentropy(yTrue, yPred, fromLogits, axis);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, FromLogits, LabelSmoothing, Axis);
    }
}

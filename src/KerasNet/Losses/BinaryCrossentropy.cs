namespace KerasNet.Losses;

/// <summary>Cross-entropy of yes-no targets and probabilities.</summary>
/// <remarks>Python: <c>keras.losses.BinaryCrossentropy</c>.</remarks>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
/// <param name="axis">Axis over which the mean is taken.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("bce", "BCE")]
public sealed class BinaryCrossentropy(bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1, string? reduction = "sum_over_batch_size", string? name = "binary_crossentropy", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How much of the targets is spread evenly: 0 to 1.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>Axis over which the mean is taken.</summary>
    public int Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.binary_crossentropy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
    /// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
    /// <param name="axis">Axis over which the mean is taken.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1)
    {
        yTrue = SmoothLabels.Binary(Ops.Cast(yTrue, yPred.DType), labelSmoothing);
        return Ops.Mean(Ops.BinaryCrossentropy(yTrue, yPred, fromLogits), axis: axis);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, FromLogits, LabelSmoothing, Axis);
    }
}

namespace KerasNet.Losses;

/// <summary>Binary cross-entropy in which samples that are predicted well count less.</summary>
/// <remarks>Python: <c>keras.losses.BinaryFocalCrossentropy</c>. Source: Lin et al., 2018.</remarks>
/// <param name="applyClassBalancing">Whether the classes are weighted by alpha and 1 - alpha.</param>
/// <param name="alpha">Weight of class 1.</param>
/// <param name="gamma">How much easy samples are suppressed.</param>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
/// <param name="axis">Axis over which the mean is taken.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class BinaryFocalCrossentropy(bool applyClassBalancing = false, double alpha = 0.25, double gamma = 2.0, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1, string? reduction = "sum_over_batch_size", string? name = "binary_focal_crossentropy", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether the classes are weighted by alpha and 1 - alpha.</summary>
    public bool ApplyClassBalancing { get; } = applyClassBalancing;

    /// <summary>Weight of class 1.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>How much easy samples are suppressed.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How much of the targets is spread evenly: 0 to 1.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>Axis over which the mean is taken.</summary>
    public int Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.binary_focal_crossentropy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="applyClassBalancing">Whether the classes are weighted by alpha and 1 - alpha.</param>
    /// <param name="alpha">Weight of class 1.</param>
    /// <param name="gamma">How much easy samples are suppressed.</param>
    /// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
    /// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
    /// <param name="axis">Axis over which the mean is taken.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, bool applyClassBalancing = false, double alpha = 0.25, double gamma = 2.0, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1)
    {
        yTrue = SmoothLabels.Binary(Ops.Cast(yTrue, yPred.DType), labelSmoothing);
        yPred = fromLogits ? Ops.Sigmoid(yPred) : yPred;
        var entropy = Ops.BinaryCrossentropy(yTrue, yPred, fromLogits: false);
        var right = (yTrue * yPred) + ((1 - yTrue) * (1 - yPred));
        var focal = Ops.Power(1.0 - right, gamma) * entropy;
        if (applyClassBalancing)
        {
            focal = ((yTrue * alpha) + ((1 - yTrue) * (1 - alpha))) * focal;
        }

        return Ops.Mean(focal, axis: axis);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, ApplyClassBalancing, Alpha, Gamma, FromLogits, LabelSmoothing, Axis);
    }
}

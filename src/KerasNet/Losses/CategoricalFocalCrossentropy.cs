namespace KerasNet.Losses;

/// <summary>Categorical cross-entropy in which classes that are predicted well count less.</summary>
/// <remarks>Python: <c>keras.losses.CategoricalFocalCrossentropy</c>. Source: Lin et al., 2018.</remarks>
/// <param name="alpha">Weight of all classes.</param>
/// <param name="gamma">How much easy samples are suppressed.</param>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
/// <param name="axis">Axis of the classes.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CategoricalFocalCrossentropy(double alpha = 0.25, double gamma = 2.0, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1, string? reduction = "sum_over_batch_size", string? name = "categorical_focal_crossentropy", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Weight of all classes.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>How much easy samples are suppressed.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How much of the targets is spread evenly: 0 to 1.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>Axis of the classes.</summary>
    public int Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.categorical_focal_crossentropy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="alpha">Weight of all classes.</param>
    /// <param name="gamma">How much easy samples are suppressed.</param>
    /// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
    /// <param name="labelSmoothing">How much of the targets is spread evenly: 0 to 1.</param>
    /// <param name="axis">Axis of the classes.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, double alpha = 0.25, double gamma = 2.0, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1)
    {
        yTrue = SmoothLabels.Categorical(Ops.Cast(yTrue, yPred.DType), labelSmoothing);
        yPred = fromLogits ? Ops.Softmax(yPred, axis) : yPred;
        var epsilon = Keras.Config.Epsilon;
        var output = Ops.Clip(yPred / Ops.Sum(yPred, axis: axis, keepdims: true), epsilon, 1.0 - epsilon);
        var entropy = -yTrue * Ops.Log(output);
        return Ops.Sum(Ops.Power(1.0 - output, gamma) * alpha * entropy, axis: axis);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, Alpha, Gamma, FromLogits, LabelSmoothing, Axis);
    }
}

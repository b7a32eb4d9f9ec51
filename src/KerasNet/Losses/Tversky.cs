namespace KerasNet.Losses;

/// <summary>One minus the Tversky index: overlap of two masks, with its own weight for each kind of error.</summary>
/// <remarks>Python: <c>keras.losses.Tversky</c>. Source: Salehi et al., 2017.</remarks>
/// <param name="alpha">Weight of what was missed.</param>
/// <param name="beta">Weight of what was invented.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="axis">Axes that are summed; null: all, so that the batch is one sample.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Tversky(double alpha = 0.5, double beta = 0.5, string? reduction = "sum_over_batch_size", string? name = "tversky", AxisList? axis = null, DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Weight of what was missed.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Weight of what was invented.</summary>
    public double Beta { get; } = beta;

    /// <summary>Axes that are summed; null: all, so that the batch is one sample.</summary>
    public AxisList? Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.tversky</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="alpha">Weight of what was missed.</param>
    /// <param name="beta">Weight of what was invented.</param>
    /// <param name="axis">Axes that are summed; null: all, so that the batch is one sample.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, double alpha = 0.5, double beta = 0.5, int[]? axis = null)
    {
        yTrue = Ops.Cast(yTrue, yPred.DType);
        var overlap = Ops.Sum(yTrue * yPred, axis);
        var missed = Ops.Sum((1 - yPred) * yTrue, axis);
        var invented = Ops.Sum(yPred * (1 - yTrue), axis);
        return 1 - (overlap / (overlap + (missed * alpha) + (invented * beta) + Keras.Config.Epsilon));
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, Alpha, Beta, Axis is null ? null : [.. Axis]);
    }
}

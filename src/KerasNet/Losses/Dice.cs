namespace KerasNet.Losses;

/// <summary>One minus the Dice coefficient: overlap of two masks.</summary>
/// <remarks>Python: <c>keras.losses.Dice</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="axis">Axes that are summed; null: all, so that the batch is one sample.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Dice(string? reduction = "sum_over_batch_size", string? name = "dice", AxisList? axis = null, DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Axes that are summed; null: all, so that the batch is one sample.</summary>
    public AxisList? Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.dice</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="axis">Axes that are summed; null: all, so that the batch is one sample.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, int[]? axis = null)
    {
        yTrue = Ops.Cast(yTrue, yPred.DType);
        var overlap = Ops.Sum(yTrue * yPred, axis);
        return 1 - (2.0 * overlap / (Ops.Sum(yTrue, axis) + Ops.Sum(yPred, axis) + Keras.Config.Epsilon));
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, Axis is null ? null : [.. Axis]);
    }
}

namespace KerasNet.Losses;

/// <summary>Mean of <c>max(1 - yTrue · yPred, 0)²</c>; targets are -1 or 1, and 0 or 1 are converted.</summary>
/// <remarks>Python: <c>keras.losses.SquaredHinge</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class SquaredHinge(string? reduction = "sum_over_batch_size", string? name = "squared_hinge", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.squared_hinge</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        yTrue = HingeLabels.Convert(Ops.Cast(yTrue, yPred.DType));
        return Ops.Mean(Ops.Square(Ops.Maximum(1.0 - (yTrue * yPred), 0.0)), axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

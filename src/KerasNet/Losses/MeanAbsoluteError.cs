namespace KerasNet.Losses;

/// <summary>Mean of absolute differences.</summary>
/// <remarks>Python: <c>keras.losses.MeanAbsoluteError</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("mae", "MAE")]
public sealed class MeanAbsoluteError(string? reduction = "sum_over_batch_size", string? name = "mean_absolute_error", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.mean_absolute_error</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        return Ops.Mean(Ops.Abs(yTrue - yPred), axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

namespace KerasNet.Losses;

/// <summary>Mean of absolute differences in percent of the target.</summary>
/// <remarks>Python: <c>keras.losses.MeanAbsolutePercentageError</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("mape", "MAPE")]
public sealed class MeanAbsolutePercentageError(string? reduction = "sum_over_batch_size", string? name = "mean_absolute_percentage_error", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.mean_absolute_percentage_error</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        var share = Ops.Abs((yTrue - yPred) / Ops.Maximum(Ops.Abs(yTrue), Keras.Config.Epsilon));
        return 100.0 * Ops.Mean(share, axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

namespace KerasNet.Losses;

/// <summary>Mean of squared differences of <c>log(1 + y)</c>.</summary>
/// <remarks>Python: <c>keras.losses.MeanSquaredLogarithmicError</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("msle", "MSLE")]
public sealed class MeanSquaredLogarithmicError(string? reduction = "sum_over_batch_size", string? name = "mean_squared_logarithmic_error", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.mean_squared_logarithmic_error</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        var epsilon = Keras.Config.Epsilon;
        var difference = Ops.Log(Ops.Maximum(yPred, epsilon) + 1.0) - Ops.Log(Ops.Maximum(yTrue, epsilon) + 1.0);
        return Ops.Mean(Ops.Square(difference), axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

namespace KerasNet.Losses;

/// <summary>Mean of <c>log(cosh(error))</c>: quadratic for small errors, linear for big ones.</summary>
/// <remarks>Python: <c>keras.losses.LogCosh</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("logcosh")]
public sealed class LogCosh(string? reduction = "sum_over_batch_size", string? name = "log_cosh", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.log_cosh</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        var error = yPred - yTrue;
        return Ops.Mean(error + Ops.Softplus(error * -2.0) - Math.Log(2), axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

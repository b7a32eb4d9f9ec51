namespace KerasNet.Losses;

/// <summary>Poisson loss for counts: mean of <c>yPred - yTrue · log(yPred)</c>.</summary>
/// <remarks>Python: <c>keras.losses.Poisson</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Poisson(string? reduction = "sum_over_batch_size", string? name = "poisson", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.poisson</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        yTrue = Ops.Cast(yTrue, yPred.DType);
        return Ops.Mean(yPred - (yTrue * Ops.Log(yPred + Keras.Config.Epsilon)), axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

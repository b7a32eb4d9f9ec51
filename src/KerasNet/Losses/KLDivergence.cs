namespace KerasNet.Losses;

/// <summary>Kullback-Leibler divergence of two distributions: <c>Σ yTrue · log(yTrue / yPred)</c>.</summary>
/// <remarks>Python: <c>keras.losses.KLDivergence</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
[Internal.Alias("kld", "KLD")]
public sealed class KLDivergence(string? reduction = "sum_over_batch_size", string? name = "kl_divergence", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.kl_divergence</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var epsilon = Keras.Config.Epsilon;
        yTrue = Ops.Clip(Ops.Cast(yTrue, yPred.DType), epsilon, 1);
        yPred = Ops.Clip(yPred, epsilon, 1);
        return Ops.Sum(yTrue * Ops.Log(yTrue / yPred), axis: -1);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

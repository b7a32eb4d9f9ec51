namespace KerasNet.Losses;

/// <summary>Between cross-entropy and absolute error, robust against wrong labels: <c>(1 - p^q) / q</c>. Targets are class numbers.</summary>
/// <remarks>Python: <c>keras.losses.CategoricalGeneralizedCrossEntropy</c>. Source: Zhang and Sabuncu, 2018.</remarks>
/// <param name="q">Between 0 (cross-entropy) and 1 (absolute error).</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CategoricalGeneralizedCrossEntropy(double q = 0.5, string? reduction = "sum_over_batch_size", string? name = "categorical_generalized_cross_entropy", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Between 0 (cross-entropy) and 1 (absolute error).</summary>
    public double Q { get; } = q;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.categorical_generalized_cross_entropy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="q">Between 0 (cross-entropy) and 1 (absolute error).</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, double q = 0.5)
    {
        var classes = Ops.OneHot(Ops.Cast(yTrue, DataType.Int32), yPred.Shape[^1], dtype: yPred.DType);
        var right = Ops.Sum(yPred * classes, axis: -1);
        return (1 - Ops.Power(right, q)) / q;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, Q);
    }
}

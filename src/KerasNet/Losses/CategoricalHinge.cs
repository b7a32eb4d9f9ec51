namespace KerasNet.Losses;

/// <summary>How far the best wrong class comes within 1 of the right one; targets are 0 or 1 for each class.</summary>
/// <remarks>Python: <c>keras.losses.CategoricalHinge</c>.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CategoricalHinge(string? reduction = "sum_over_batch_size", string? name = "categorical_hinge", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.categorical_hinge</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        yTrue = Ops.Cast(yTrue, yPred.DType);
        var right = Ops.Sum(yTrue * yPred, axis: -1);
        var wrong = Ops.Max((1.0 - yTrue) * yPred, axis: -1);
        return Ops.Maximum(wrong - right + 1.0, 0.0);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred);
    }
}

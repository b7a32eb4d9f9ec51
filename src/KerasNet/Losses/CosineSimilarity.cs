namespace KerasNet.Losses;

/// <summary>Negative cosine of the angle between targets and predictions: -1 is the same direction.</summary>
/// <remarks>Python: <c>keras.losses.CosineSimilarity</c>.</remarks>
/// <param name="axis">Axis of the features.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CosineSimilarity(int axis = -1, string? reduction = "sum_over_batch_size", string? name = "cosine_similarity", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Axis of the features.</summary>
    public int Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.cosine_similarity</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="axis">Axis of the features.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, int axis = -1)
    {
        (yTrue, yPred) = Ranks.Match(Ops.Cast(yTrue, yPred.DType), yPred);
        return -Ops.Sum(Ops.Normalize(yTrue, axis: axis) * Ops.Normalize(yPred, axis: axis), axis: axis);
    }

    internal override bool ComparesElements => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, Axis);
    }
}

namespace KerasNet.Losses;

/// <summary>Circle loss: embeddings of one label come together, those of others go apart. Predictions are unit vectors, targets label numbers.</summary>
/// <remarks>Python: <c>keras.losses.Circle</c>. Source: Sun et al., 2020.</remarks>
/// <param name="gamma">Scale.</param>
/// <param name="margin">How far the labels stay apart.</param>
/// <param name="removeDiagonal">Whether an embedding is not compared with itself.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class Circle(double gamma = 80.0, double margin = 0.4, bool removeDiagonal = true, string? reduction = "sum_over_batch_size", string? name = "circle", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Scale.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>How far the labels stay apart.</summary>
    public double Margin { get; } = margin;

    /// <summary>Whether an embedding is not compared with itself.</summary>
    public bool RemoveDiagonal { get; } = removeDiagonal;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.circle</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="refLabels">Labels of the embeddings that these are compared with; null: the targets.</param>
    /// <param name="refEmbeddings">Embeddings that these are compared with; null: the predictions.</param>
    /// <param name="removeDiagonal">Whether an embedding is not compared with itself.</param>
    /// <param name="gamma">Scale.</param>
    /// <param name="margin">How far the labels stay apart.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, Tensor? refLabels = null, Tensor? refEmbeddings = null, bool removeDiagonal = true, double gamma = 80, double margin = 0.4)
    {
        var labels = Column(yTrue);
        var others = refLabels is null ? labels : Column(refLabels);
        var distances = Ops.Maximum(1 - Ops.MatMul(yPred, Ops.Transpose(refEmbeddings ?? yPred)), 0.0);
        var same = Ops.Equal(labels, Ops.Transpose(others));
        var other = Ops.LogicalNot(same);
        if (removeDiagonal)
        {
            same = Ops.LogicalAnd(same, Ops.NotEqual(Ops.CumSum(Ops.OnesLike(labels), axis: 0), Ops.Transpose(Ops.CumSum(Ops.OnesLike(others), axis: 0))));
        }

        var positive = Weighted(same, -gamma * Ops.Maximum(margin + distances, 0.0) * (margin - distances));
        var negative = Weighted(other, gamma * Ops.Maximum(1 + margin - distances, 0.0) * (1 - margin - distances));
        var losses = Ops.Softplus(positive + negative);
        losses.KerasMask = losses > 0;
        return losses;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Function(yTrue, yPred, null, null, RemoveDiagonal, Gamma, Margin);

    private static Tensor Column(Tensor labels) => Ops.Cast(labels, DataType.Int32) is var whole && whole.Rank == 1 ? Ops.ExpandDims(whole, -1) : whole;

    private static Tensor Weighted(Tensor mask, Tensor values) =>
        Ops.LogSumExp(Ops.Where(mask, values, RawOps.Scalar(double.NegativeInfinity, values.DType)), axis: 1);
}

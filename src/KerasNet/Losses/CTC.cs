namespace KerasNet.Losses;

/// <summary>Connectionist temporal classification: sequences of labels against longer sequences of logits, wherever the labels stand.</summary>
/// <remarks>Python: <c>keras.losses.CTC</c>. Targets <c>(batch, length)</c> are class numbers, filled up with 0, the blank; predictions <c>(batch, time, classes)</c> are logits. Source: Graves et al., 2006.</remarks>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class CTC(string? reduction = "sum_over_batch_size", string? name = "ctc", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.ctc</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred)
    {
        if (yTrue.Rank != 2)
        {
            throw new ArgumentException($"Targets yTrue are expected to be a tensor of shape (batch_size, max_length) in integer format. Received: yTrue.shape={yTrue.Shape}.", nameof(yTrue));
        }

        if (yPred.Rank != 3)
        {
            throw new ArgumentException($"Logits yPred are expected to be a tensor of shape (batch_size, max_length, num_classes). Received: yPred.shape={yPred.Shape}.", nameof(yPred));
        }

        var labels = Ops.Cast(yTrue, DataType.Int32);
        var lengths = Ops.Sum(Ops.Cast(Ops.NotEqual(labels, 0), DataType.Int32), axis: 1);
        var time = yPred.Shape[1] >= 0 ? RawOps.Scalar(yPred.Shape[1]) : RawOps.StridedSlice(RawOps.Shape(yPred), 1);
        return Ops.CtcLoss(labels, yPred, lengths, Ops.OnesLike(lengths) * time);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Function(yTrue, yPred);
}

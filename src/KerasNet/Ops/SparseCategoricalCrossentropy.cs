namespace KerasNet;

public static partial class Ops
{
    /// <summary>Cross-entropy along the last axis, of probabilities or logits, against class numbers.</summary>
    /// <remarks>Python: <c>keras.ops.sparse_categorical_crossentropy</c>. The result of <see cref="Softmax(Tensor, int?)"/> is taken as its logits.</remarks>
    /// <exception cref="ArgumentException">The shapes do not fit, or the axis is not the last.</exception>
    public static Tensor SparseCategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1) => Run("SparseCategoricalCrossentropy", target, output, (t, y) =>
    {
        if (axis != -1 && axis != y.Rank - 1)
        {
            throw new ArgumentException($"Only axis=-1 is currently supported. Received: axis={axis}", nameof(axis));
        }

        if (y.Logits is { } logits)
        {
            (y, fromLogits) = (logits, true);
        }

        t = RawOps.Cast(t, DataType.Int64);
        if (t.Rank == y.Rank && t.Rank > 0 && t.Shape[^1] == 1)
        {
            t = RawOps.Squeeze(t, t.Rank - 1);
        }

        CheckClassNumbers(t, y);
        y = fromLogits ? y : RawOps.Log(ClippedProbability(y));
        return RowsLike(RawOps.SparseSoftmaxCrossEntropyWithLogits(Rows(y), t.Rank == 1 ? t : RawOps.Reshape(t, new TensorShape(-1))), y);
    }, ("from_logits", fromLogits), ("axis", axis));

    private static void CheckClassNumbers(Tensor target, Tensor output)
    {
        if (output.Rank < 1)
        {
            throw new ArgumentException($"Argument `output` must be at least rank 1. Received: output.shape={output.Shape}", nameof(output));
        }

        if (target.Rank != output.Rank - 1)
        {
            throw new ArgumentException($"Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape={target.Shape}, output.shape={output.Shape}", nameof(output));
        }

        if (!target.Shape.IsCompatibleWith(output.Shape[..^1]))
        {
            throw new ArgumentException($"Arguments `target` and `output` must have the same shape up until the last dimension: target.shape={target.Shape}, output.shape={output.Shape}", nameof(target));
        }
    }
}

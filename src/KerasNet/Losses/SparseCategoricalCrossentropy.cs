namespace KerasNet.Losses;

/// <summary>Cross-entropy of class numbers and class probabilities.</summary>
/// <remarks>Python: <c>keras.losses.SparseCategoricalCrossentropy</c>.</remarks>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="ignoreClass">A class number that does not count, such as 255 for unlabelled pixels.</param>
/// <param name="reduction">How the samples' losses become one number; null: not at all.</param>
/// <param name="axis">Axis of the classes.</param>
/// <param name="name">Name.</param>
/// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
public sealed class SparseCategoricalCrossentropy(bool fromLogits = false, int? ignoreClass = null, string? reduction = "sum_over_batch_size", int axis = -1, string? name = "sparse_categorical_crossentropy", DataType? dtype = null)
    : Loss(name, reduction, dtype)
{
    /// <summary>Whether predictions are logits instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>A class number that does not count, such as 255 for unlabelled pixels.</summary>
    public int? IgnoreClass { get; } = ignoreClass;

    /// <summary>Axis of the classes.</summary>
    public int Axis { get; } = axis;

    /// <summary>The loss of each sample, not reduced.</summary>
    /// <remarks>Python: <c>keras.losses.sparse_categorical_crossentropy</c>.</remarks>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
    /// <param name="ignoreClass">A class number that does not count, such as 255 for unlabelled pixels.</param>
    /// <param name="axis">Axis of the classes.</param>
    public static Tensor Function(Tensor yTrue, Tensor yPred, bool fromLogits = false, int? ignoreClass = null, int axis = -1)
    {
        if (yTrue.Rank == yPred.Rank && yTrue.Shape[yTrue.Shape.Axis(axis)] == 1)
        {
            yTrue = Ops.Squeeze(yTrue, axis);
        }

        if (ignoreClass is not { } ignored)
        {
            return Ops.SparseCategoricalCrossentropy(yTrue, yPred, fromLogits, axis);
        }

        var valid = Ops.NotEqual(yTrue, Ops.Cast(ignored, yTrue.DType));
        yTrue = Ops.Where(valid, yTrue, Ops.ZerosLike(yTrue));
        yPred = Ops.Where(Ops.ExpandDims(valid, axis), yPred, Ops.ZerosLike(yPred));
        var losses = Ops.SparseCategoricalCrossentropy(yTrue, yPred, fromLogits, axis);
        losses = Ops.Where(valid, losses, Ops.ZerosLike(losses));
        losses.KerasMask = valid;
        return losses;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return Function(yTrue, yPred, FromLogits, IgnoreClass, Axis);
    }
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Cross-entropy along an axis, of probabilities or logits, against target probabilities.</summary>
    /// <remarks>Python: <c>keras.ops.categorical_crossentropy</c>. The result of <see cref="Softmax(Tensor, int?)"/> is taken as its logits.</remarks>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor CategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1) => Run("CategoricalCrossentropy", target, output, (t, y) =>
    {
        if (t.Rank < 1)
        {
            throw new ArgumentException($"Arguments `target` and `output` must be at least rank 1. Received: target.shape={t.Shape}, output.shape={y.Shape}", nameof(target));
        }

        CheckSameShape(t, y);
        t = RawOps.Cast(t, y.DType);
        if (y.Logits is { } logits)
        {
            (y, fromLogits) = (logits, true);
        }

        var at = y.Shape.Axis(axis);
        if (fromLogits)
        {
            return LogitsCrossentropy(ClassesLast(t, at), ClassesLast(y, at));
        }

        var classes = RawOps.Constant(at);
        var p = ClippedProbability(RawOps.RealDiv(y, RawOps.Sum(y, classes, keepDims: true)));
        return RawOps.Neg(RawOps.Sum(RawOps.Mul(t, RawOps.Log(p)), classes));
    }, ("from_logits", fromLogits), ("axis", axis));

    private static Tensor ClassesLast(Tensor x, int axis) => axis == x.Rank - 1
        ? x
        : RawOps.Transpose(x, [.. Enumerable.Range(0, x.Rank).Where(i => i != axis), axis]);

    private static Tensor LogitsCrossentropy(Tensor target, Tensor logits) => RowsLike(
        RawOps.SoftmaxCrossEntropyWithLogits(Rows(logits), Rows(target)), logits);

    /// <summary>All axes but the last as one.</summary>
    private static Tensor Rows(Tensor x)
    {
        if (x.Rank == 2)
        {
            return x;
        }

        return x.Shape[^1] >= 0
            ? RawOps.Reshape(x, new TensorShape(-1, x.Shape[^1]))
            : RawOps.Reshape(x, RawOps.ConcatV2([RawOps.Constant(-1), RawOps.Slice(RawOps.Shape(x), RawOps.Constant(x.Rank - 1), RawOps.Constant(1))], 0), new TensorShape(-1, -1));
    }

    /// <summary>One number for each row, in the shape of the axes that the rows were made of.</summary>
    private static Tensor RowsLike(Tensor rows, Tensor x)
    {
        var shape = x.Shape[..^1];
        return x.Rank == 2 ? rows
            : shape.Dims.Count(-1) <= 1 ? RawOps.Reshape(rows, RawOps.Constant(shape.Dims), shape)
            : RawOps.Reshape(rows, RawOps.Slice(RawOps.Shape(x), RawOps.Constant(0), RawOps.Constant(x.Rank - 1)), shape);
    }
}

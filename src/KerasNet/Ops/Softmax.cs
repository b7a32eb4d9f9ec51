namespace KerasNet;

public static partial class Ops
{
    /// <summary>Exponentials along an axis, divided by their sum; null is all axes.</summary>
    /// <remarks>Python: <c>keras.ops.softmax</c>. A cross-entropy of the result is computed from <paramref name="x"/> itself, which is exact.</remarks>
    public static Tensor Softmax(Tensor x, int? axis = -1) => Run("Softmax", x, t =>
    {
        var y = AlongAxis(t, axis, RawOps.Softmax);
        y.Logits = t;
        return y;
    }, ("axis", axis));

    /// <summary>Softmax over several axes together.</summary>
    /// <remarks>Python: <c>keras.ops.softmax</c>.</remarks>
    public static Tensor Softmax(Tensor x, int[] axis) => Run("Softmax", x, t => AlongAxes(t, axis, RawOps.Softmax), ("axis", axis));

    /// <summary>Applies a function of the last axis along another one; null is all axes together.</summary>
    private static Tensor AlongAxis(Tensor x, int? axis, Func<Tensor, Tensor> last)
    {
        if (axis is not { } a)
        {
            return RawOps.Reshape(last(RawOps.Reshape(x, new TensorShape(-1))), RawOps.Shape(x), x.Shape);
        }

        a = x.Shape.Axis(a);
        if (a == x.Rank - 1)
        {
            return last(x);
        }

        int[] order = [.. Enumerable.Range(0, x.Rank)];
        (order[a], order[^1]) = (order[^1], order[a]);
        return RawOps.Transpose(last(RawOps.Transpose(x, order)), order);
    }

    private static Tensor AlongAxes(Tensor x, int[] axis, Func<Tensor, Tensor> last)
    {
        int[] axes = [.. axis.Select(a => x.Shape.Axis(a))];
        int[] order = [.. Enumerable.Range(0, x.Rank).Except(axes), .. axes];
        var moved = RawOps.Transpose(x, order);
        var kept = x.Rank - axes.Length;
        var size = moved.Shape.Dims[kept..].ToArray().Aggregate(1, (p, d) => d < 0 || p < 0 ? -1 : p * d);
        var rows = kept == 0 || size < 0 ? RawOps.Reshape(moved, new TensorShape(1, -1)) : RawOps.Reshape(moved, new TensorShape(-1, size));
        if (kept > 0 && size < 0)
        {
            throw new ArgumentException($"A softmax over several axes needs their sizes. Received: shape={x.Shape}, axis=({string.Join(", ", axis)}).", nameof(axis));
        }

        var back = RawOps.Reshape(last(rows), RawOps.Shape(moved), moved.Shape);
        return RawOps.Transpose(back, [.. Enumerable.Range(0, x.Rank).Select(i => Array.IndexOf(order, i))]);
    }
}

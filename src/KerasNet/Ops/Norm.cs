namespace KerasNet;

public static partial class Ops
{
    /// <summary>Norm of vectors (one axis) or matrices (two axes, or a matrix without axes); <paramref name="ord"/> is null for the Euclidean or Frobenius norm, a number, or ±infinity.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="NotSupportedException">The matrix norm needs singular values.</exception>
    public static Tensor Norm(Tensor x, double? ord = null, int? axis = null, bool keepdims = false) =>
        Run("Norm", x, t => NormOf(t, ord, axis is { } a ? [a] : null, keepdims), ("ord", ord), ("axis", axis), ("keepdims", keepdims));

    /// <summary>Norm of vectors or matrices along axes.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="NotSupportedException">The matrix norm needs singular values.</exception>
    public static Tensor Norm(Tensor x, double? ord, int[]? axis, bool keepdims = false) =>
        Run("Norm", x, t => NormOf(t, ord, axis, keepdims), ("ord", ord), ("axis", axis), ("keepdims", keepdims));

    /// <summary>The Frobenius norm, <c>"fro"</c>, of matrices.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="ArgumentException">The name is unknown, or the axes are not two.</exception>
    public static Tensor Norm(Tensor x, string ord, int[]? axis = null, bool keepdims = false) => ord == "fro" && (axis?.Length ?? x.Rank) == 2
        ? Run("Norm", x, t => NormOf(t, null, axis, keepdims), ("ord", ord), ("axis", axis), ("keepdims", keepdims))
        : throw new ArgumentException($"A norm is 'fro' over two axes, or a number. Received: ord='{ord}' over {axis?.Length ?? x.Rank} axes.", nameof(ord));

    private static Tensor NormOf(Tensor x, double? ord, int[]? axis, bool keepDims)
    {
        x = ToFloat(x);
        int[] axes = axis is null ? [.. Enumerable.Range(0, x.Rank)] : Array.ConvertAll(axis, a => x.Shape.Axis(a));
        if (axes.Length is not (1 or 2))
        {
            throw new ArgumentException($"A norm goes over one or two axes. Received: {axes.Length} axes of shape {x.Shape}. Give the argument axis, or reshape the tensor.", nameof(axis));
        }

        if (ord is null || (ord == 2 && axes.Length == 1))
        {
            return RawOps.Sqrt(RawOps.Sum(RawOps.Square(x), RawOps.Constant(axes), keepDims));
        }

        return axes.Length == 1 ? VectorNorm(x, ord.Value, RawOps.Constant(axes), keepDims) : MatrixNorm(x, ord.Value, axes[0], axes[1], keepDims);
    }

    private static Tensor VectorNorm(Tensor x, double ord, Tensor axes, bool keepDims)
    {
        if (double.IsInfinity(ord))
        {
            return ord > 0 ? RawOps.Max(RawOps.Abs(x), axes, keepDims) : RawOps.Min(RawOps.Abs(x), axes, keepDims);
        }

        if (ord == 0)
        {
            return RawOps.Sum(RawOps.Cast(RawOps.NotEqual(x, RawOps.Scalar(0, x.DType)), x.DType), axes, keepDims);
        }

        var sum = RawOps.Sum(RawOps.Pow(RawOps.Abs(x), RawOps.Scalar(ord, x.DType)), axes, keepDims);
        return RawOps.Pow(sum, RawOps.Scalar(1 / ord, x.DType));
    }

    /// <summary>Greatest or smallest sum of absolute values of a column (1, -1) or of a row (±infinity).</summary>
    private static Tensor MatrixNorm(Tensor x, double ord, int row, int column, bool keepDims)
    {
        if (Math.Abs(ord) != 1 && !double.IsInfinity(ord))
        {
            throw new NotSupportedException($"The matrix norms are null, 'fro', 1, -1 and ±infinity; others need singular values. Received: ord={ord}.");
        }

        var (summed, compared) = Math.Abs(ord) == 1 ? (row, column) : (column, row);
        var sums = RawOps.Sum(RawOps.Abs(x), RawOps.Constant(summed), keepDims: true);
        var found = ord > 0 ? RawOps.Max(sums, RawOps.Constant(compared), keepDims: true) : RawOps.Min(sums, RawOps.Constant(compared), keepDims: true);
        return keepDims ? found : RawOps.Squeeze(found, row, column);
    }
}

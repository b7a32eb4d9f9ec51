using System.Runtime.InteropServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Norm of vectors (one axis) or matrices (two axes, or a matrix without axes); <paramref name="ord"/> is null for the Euclidean or Frobenius norm, a number, or ±infinity.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="ArgumentException">The norm is none of vectors or matrices, or an axis is out of range.</exception>
    public static Tensor Norm(Tensor x, double? ord = null, int? axis = null, bool keepdims = false) => NormNamed(x, ord, null, axis is { } a ? [a] : null, keepdims);

    /// <summary>Norm of vectors or matrices along axes.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="ArgumentException">The norm is none of vectors or matrices, or an axis is out of range.</exception>
    public static Tensor Norm(Tensor x, [Optional] double? ord, int[]? axis, bool keepdims = false) => NormNamed(x, ord, null, axis, keepdims);

    /// <summary>The Frobenius norm, <c>"fro"</c>, or the sum of the singular values, <c>"nuc"</c>, of matrices.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="ArgumentException">The name is unknown, or the axes are not two.</exception>
    public static Tensor Norm(Tensor x, string ord, int? axis, bool keepdims = false) => NormNamed(x, null, ord, axis is { } a ? [a] : null, keepdims);

    /// <summary>The Frobenius norm, <c>"fro"</c>, or the sum of the singular values, <c>"nuc"</c>, of matrices.</summary>
    /// <remarks>Python: <c>keras.ops.norm</c>.</remarks>
    /// <exception cref="ArgumentException">The name is unknown, or the axes are not two.</exception>
    public static Tensor Norm(Tensor x, string ord, int[]? axis = null, bool keepdims = false) => NormNamed(x, null, ord, axis, keepdims);

    private static Tensor NormNamed(Tensor x, double? ord, string? name, int[]? axis, bool keepdims)
    {
        if (name is not (null or "fro" or "nuc"))
        {
            throw new ArgumentException($"Invalid `ord` argument. Expected one of {{'fro', 'nuc'}} when using string. Received: ord={name}", nameof(ord));
        }

        return Run("Norm", x, t => NormOf(t, ord, name, axis, keepdims), ("ord", (object?)name ?? ord), ("axis", axis), ("keepdims", keepdims));
    }

    private static Tensor NormOf(Tensor x, double? ord, string? name, int[]? axis, bool keepDims)
    {
        x = ToFloat(x);
        if (axis is not null && Array.Exists(axis, a => a < -x.Rank || a >= x.Rank))
        {
            throw new ArgumentException($"All `axis` values must be in the range [-ndim, ndim). Received inputs with ndim={x.Rank}, while axis=({string.Join(", ", axis)})", nameof(axis));
        }

        int[] axes = axis is null ? [.. Enumerable.Range(0, x.Rank)] : Array.ConvertAll(axis, a => x.Shape.Axis(a));
        if (axes.Length is not (1 or 2))
        {
            throw new ArgumentException($"Invalid axis values. Received: axis=({string.Join(", ", axes)})", nameof(axis));
        }

        if (axes.Length == 1 && name is not null)
        {
            throw new ArgumentException($"Invalid `ord` argument for vector norm. Received: ord={name}", nameof(ord));
        }

        if (name == "fro" || (name is null && (ord is null || (ord == 2 && axes.Length == 1))))
        {
            return RawOps.Sqrt(RawOps.Sum(RawOps.Square(x), RawOps.Constant(axes), keepDims));
        }

        return axes.Length == 1 ? VectorNorm(x, ord!.Value, RawOps.Constant(axes), keepDims)
            : name == "nuc" ? SingularNorm(x, axes, keepDims, static (s, last) => RawOps.Sum(s, last))
            : MatrixNorm(x, ord!.Value, axes, keepDims);
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

    /// <summary>Greatest or smallest sum of absolute values of a column (1, -1) or of a row (±infinity), or singular value (2, -2).</summary>
    private static Tensor MatrixNorm(Tensor x, double ord, int[] axes, bool keepDims)
    {
        if (Math.Abs(ord) == 2)
        {
            return SingularNorm(x, axes, keepDims, (s, last) => ord > 0 ? RawOps.Max(s, last) : RawOps.Min(s, last));
        }

        if (Math.Abs(ord) != 1 && !double.IsInfinity(ord))
        {
            throw new ArgumentException($"Invalid `ord` argument for matrix norm. Received: ord={ord}", nameof(ord));
        }

        var (summed, compared) = Math.Abs(ord) == 1 ? (axes[0], axes[1]) : (axes[1], axes[0]);
        var sums = RawOps.Sum(RawOps.Abs(x), RawOps.Constant(summed), keepDims: true);
        var found = ord > 0 ? RawOps.Max(sums, RawOps.Constant(compared), keepDims: true) : RawOps.Min(sums, RawOps.Constant(compared), keepDims: true);
        return keepDims ? found : RawOps.Squeeze(found, axes);
    }

    private static Tensor SingularNorm(Tensor x, int[] axes, bool keepDims, Func<Tensor, Tensor, Tensor> join)
    {
        var moved = RawOps.Transpose(x, [.. Enumerable.Range(0, x.Rank).Except(axes), .. axes]);
        var norm = join(RawOps.Svd(moved, computeUv: false).S, RawOps.Constant(-1));
        foreach (var axis in keepDims ? axes.Order() : Enumerable.Empty<int>())
        {
            norm = RawOps.ExpandDims(norm, axis);
        }

        return norm;
    }
}

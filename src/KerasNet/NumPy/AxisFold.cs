using System.Numerics;
using NumSharp;

namespace KerasNet.NumPy;

/// <summary>Reduces an array over several axes: brings them to the end, then folds each run of elements.</summary>
internal static class AxisFold
{
    /// <summary>Folds a run of elements into one.</summary>
    public delegate TResult Fold<T, TResult>(ReadOnlySpan<T> run);

    /// <summary>Applies a fold to every run along <paramref name="axis"/>.</summary>
    /// <param name="a">The array.</param>
    /// <param name="axis">The axes that vanish.</param>
    /// <param name="keepDims">Whether they stay with size 1.</param>
    /// <param name="fold">The fold.</param>
    public static NDArray Run<T, TResult>(NDArray a, Axes axis, bool keepDims, Fold<T, TResult> fold)
        where T : unmanaged
        where TResult : unmanaged
    {
        int[] reduced = axis.Normalize(a.ndim);
        int[] kept = [.. Enumerable.Range(0, a.ndim).Except(reduced)];
        int size = checked((int)reduced.Aggregate(1L, (size, i) => size * a.shape[i]));
        long count = kept.Aggregate(1L, (count, i) => count * a.shape[i]);
        T[] data = a.size == 0 ? [] : np.ascontiguousarray(np.transpose(a, [.. kept, .. reduced])).reshape(-1).ToArray<T>();
        var result = new TResult[count];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = fold(data.AsSpan(i * size, size));
        }

        long[] shape = keepDims ? [.. a.shape.Select((dim, i) => reduced.Contains(i) ? 1 : dim)] : [.. kept.Select(i => a.shape[i])];
        return np.array(result).reshape(shape);
    }

    /// <summary>Sum of a run of integers, as NumPy's: it wraps.</summary>
    public static TSum Sum<T, TSum>(ReadOnlySpan<T> run)
        where T : unmanaged, INumberBase<T>
        where TSum : unmanaged, INumberBase<TSum>
    {
        TSum sum = TSum.Zero;
        foreach (T value in run)
        {
            sum += TSum.CreateTruncating(value);
        }

        return sum;
    }

    /// <summary>Product of a run.</summary>
    public static TSum Product<T, TSum>(ReadOnlySpan<T> run)
        where T : unmanaged, INumberBase<T>
        where TSum : unmanaged, INumberBase<TSum>
    {
        TSum product = TSum.One;
        foreach (T value in run)
        {
            product *= TSum.CreateTruncating(value);
        }

        return product;
    }

    /// <summary>Mean squared distance from the mean, the sum divided by the count less <paramref name="ddof"/>.</summary>
    public static double Variance<T>(ReadOnlySpan<T> run, int ddof)
        where T : unmanaged, INumberBase<T>
    {
        double mean = Sum<T, double>(run) / run.Length;
        double sum = 0;
        foreach (T value in run)
        {
            double distance = double.CreateTruncating(value) - mean;
            sum += distance * distance;
        }

        return sum / Math.Max(run.Length - ddof, 0);
    }

    /// <summary>Largest (or smallest) of a run; not-a-number wins, as in NumPy.</summary>
    public static T Extreme<T>(ReadOnlySpan<T> run, bool largest)
        where T : unmanaged, INumber<T>
    {
        if (run.IsEmpty)
        {
            throw new ArgumentException($"An array of no elements has no {(largest ? "maximum" : "minimum")}. Expected at least one element along the axes.");
        }

        T best = run[0];
        foreach (T value in run)
        {
            best = largest ? T.Max(best, value) : T.Min(best, value);
        }

        return best;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>FusedBatchNormV3 of a matrix <c>(rows, channels)</c>, that is, of any tensor with its channels last.</summary>
internal static unsafe class BatchNorm
{
    /// <summary>
    /// Training: normalises by the batch. <paramref name="savedMean"/> and <paramref name="savedVariance"/> are the batch's, for the
    /// gradient; <paramref name="batchMean"/> and <paramref name="batchVariance"/> are what the moving averages get, the variance with
    /// Bessel's correction, both mixed with the old values where <paramref name="factor"/> is not 1.
    /// </summary>
    public static void Train<T>(
        int rows, int channels, T* x, T* scale, T* offset, T* oldMean, T* oldVariance, T epsilon, T factor,
        T* y, T* batchMean, T* batchVariance, T* savedMean, T* savedVariance) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T count = T.CreateChecked(rows);
        ColumnSums.Of(x, rows, channels, savedMean);
        for (int c = 0; c < channels; c++)
        {
            savedMean[c] /= count;
        }

        ColumnSums.Run(rows, channels, new Deviation<T>(x, savedMean), savedVariance);
        T correction = count / T.CreateChecked(Math.Max(rows - 1, 1));
        for (int c = 0; c < channels; c++)
        {
            savedVariance[c] /= count;
            T unbiased = savedVariance[c] * correction;
            batchMean[c] = factor == T.One ? savedMean[c] : ((T.One - factor) * oldMean[c]) + (factor * savedMean[c]);
            batchVariance[c] = factor == T.One ? unbiased : ((T.One - factor) * oldVariance[c]) + (factor * unbiased);
        }

        Infer(rows, channels, x, scale, offset, savedMean, savedVariance, epsilon, y);
    }

    /// <summary><c>y = (x - mean)·scale/√(variance + ε) + offset</c>.</summary>
    public static void Infer<T>(int rows, int channels, T* x, T* scale, T* offset, T* mean, T* variance, T epsilon, T* y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var factors = new Scratch<T>(channels);
        for (int c = 0; c < channels; c++)
        {
            factors.Pointer[c] = scale[c] / T.Sqrt(variance[c] + epsilon);
        }

        ManagedThreads.For(rows, ManagedThreads.Grain(channels), new Normalise<T>(channels, x, mean, factors.Pointer, offset, y));
    }

    private readonly struct Deviation<T>(T* x, T* mean) : IColumnTerm<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public Vector256<T> Vector(long index, int column)
        {
            var d = Vector256.Load(x + index) - Vector256.Load(mean + column);
            return d * d;
        }

        public T Scalar(long index, int column)
        {
            T d = x[index] - mean[column];
            return d * d;
        }
    }

    private readonly struct Normalise<T>(int channels, T* x, T* mean, T* factor, T* offset, T* y) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            for (int row = start; row < end; row++)
            {
                T* from = x + ((long)row * channels);
                T* to = y + ((long)row * channels);
                int c = 0;
                for (; c <= channels - Vector256<T>.Count; c += Vector256<T>.Count)
                {
                    var d = Vector256.Load(from + c) - Vector256.Load(mean + c);
                    ((d * Vector256.Load(factor + c)) + Vector256.Load(offset + c)).Store(to + c);
                }

                for (; c < channels; c++)
                {
                    to[c] = ((from[c] - mean[c]) * factor[c]) + offset[c];
                }
            }
        }
    }
}

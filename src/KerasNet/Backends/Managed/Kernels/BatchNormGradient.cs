using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>FusedBatchNormGradV3 of a matrix <c>(rows, channels)</c>.</summary>
internal static unsafe class BatchNormGradient
{
    /// <summary>
    /// Gradients by x, scale and offset. In training mean and variance are the batch's (saved by <see cref="BatchNorm.Train"/>) and depend
    /// on x; otherwise they are constants.
    /// </summary>
    public static void Run<T>(
        bool training, int rows, int channels, T* gradient, T* x, T* scale, T* mean, T* variance, T epsilon, T* dx, T* dscale, T* doffset)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ColumnSums.Of(gradient, rows, channels, doffset);
        ColumnSums.Run(rows, channels, new Product<T>(gradient, x, mean), dscale);
        using var factors = new Scratch<T>(channels * 3L);
        T* factor = factors.Pointer;
        T* shift = factor + channels;
        T* slope = shift + channels;
        T count = T.CreateChecked(rows);
        for (int c = 0; c < channels; c++)
        {
            T inverse = T.One / T.Sqrt(variance[c] + epsilon);
            factor[c] = scale[c] * inverse;
            shift[c] = training ? doffset[c] / count : T.Zero;
            slope[c] = training ? inverse * inverse * dscale[c] / count : T.Zero;
            dscale[c] *= inverse;
        }

        ManagedThreads.For(rows, ManagedThreads.Grain(channels * 2L), new Rows<T>(channels, gradient, x, mean, factor, shift, slope, dx));
    }

    private readonly struct Product<T>(T* gradient, T* x, T* mean) : IColumnTerm<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public Vector256<T> Vector(long index, int column) => Vector256.Load(gradient + index) * (Vector256.Load(x + index) - Vector256.Load(mean + column));

        public T Scalar(long index, int column) => gradient[index] * (x[index] - mean[column]);
    }

    private readonly struct Rows<T>(int channels, T* gradient, T* x, T* mean, T* factor, T* shift, T* slope, T* dx) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            for (int row = start; row < end; row++)
            {
                long at = (long)row * channels;
                int c = 0;
                for (; c <= channels - Vector256<T>.Count; c += Vector256<T>.Count)
                {
                    var d = Vector256.Load(x + at + c) - Vector256.Load(mean + c);
                    var g = Vector256.Load(gradient + at + c) - Vector256.Load(shift + c) - (d * Vector256.Load(slope + c));
                    (g * Vector256.Load(factor + c)).Store(dx + at + c);
                }

                for (; c < channels; c++)
                {
                    dx[at + c] = (gradient[at + c] - shift[c] - ((x[at + c] - mean[c]) * slope[c])) * factor[c];
                }
            }
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Products of one row with a matrix, which only read the matrix once and pack nothing.</summary>
internal static unsafe class MatrixVector
{
    /// <summary><c>y = x·op(B)</c>, or <c>y += …</c>: x has k values, y has n; both may be strided.</summary>
    public static void Multiply<T>(bool transpose, int n, int k, T* x, int stepX, T* b, int ldb, T* y, int stepY, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var row = new Scratch<T>(stepX == 1 ? 0 : k);
        T* left = stepX == 1 ? x : Collect(x, stepX, k, row.Pointer);
        using var sums = new Scratch<T>(stepY == 1 ? 0 : n);
        T* to = stepY == 1 ? y : sums.Pointer;
        bool add = accumulate && stepY == 1;
        int grain = ManagedThreads.Grain(k / 4);
        if (transpose)
        {
            ManagedThreads.For(n, grain, new Dots<T>(k, left, b, ldb, to, add));
        }
        else
        {
            // Column ranges begin at whole vectors, so that the split never moves a column between the vector and the scalar loop.
            int vectors = (n + Vector256<T>.Count - 1) / Vector256<T>.Count;
            ManagedThreads.For(vectors, (grain + Vector256<T>.Count - 1) / Vector256<T>.Count, new Sums<T>(n, k, left, b, ldb, to, add));
        }

        for (int j = 0; j < n && stepY != 1; j++)
        {
            long index = (long)j * stepY;
            y[index] = accumulate ? y[index] + to[j] : to[j];
        }
    }

    private static T* Collect<T>(T* x, int step, int count, T* to) where T : unmanaged
    {
        for (int i = 0; i < count; i++)
        {
            to[i] = x[(long)i * step];
        }

        return to;
    }

    private readonly struct Dots<T>(int k, T* x, T* b, int ldb, T* y, bool accumulate) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            for (int j = start; j < end; j++)
            {
                T sum = Dot(x, b + ((long)j * ldb), k);
                y[j] = accumulate ? y[j] + sum : sum;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static T Dot(T* x, T* row, int k)
        {
            Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default;
            int p = 0;
            for (; p <= k - (4 * Vector256<T>.Count); p += 4 * Vector256<T>.Count)
            {
                s0 = VectorMath.MultiplyAdd(Vector256.Load(x + p), Vector256.Load(row + p), s0);
                s1 = VectorMath.MultiplyAdd(Vector256.Load(x + p + Vector256<T>.Count), Vector256.Load(row + p + Vector256<T>.Count), s1);
                s2 = VectorMath.MultiplyAdd(Vector256.Load(x + p + (2 * Vector256<T>.Count)), Vector256.Load(row + p + (2 * Vector256<T>.Count)), s2);
                s3 = VectorMath.MultiplyAdd(Vector256.Load(x + p + (3 * Vector256<T>.Count)), Vector256.Load(row + p + (3 * Vector256<T>.Count)), s3);
            }

            T sum = Vector256.Sum(s0 + s1 + (s2 + s3));
            for (; p < k; p++)
            {
                sum += x[p] * row[p];
            }

            return sum;
        }
    }

    private readonly struct Sums<T>(int n, int k, T* x, T* b, int ldb, T* y, bool accumulate) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            int first = start * Vector256<T>.Count;
            int last = Math.Min(end * Vector256<T>.Count, n);
            if (!accumulate)
            {
                new Span<T>(y + first, last - first).Clear();
            }

            int p = 0;
            for (; p <= k - 4; p += 4)
            {
                Four(b + ((long)p * ldb), x[p], x[p + 1], x[p + 2], x[p + 3], first, last);
            }

            for (; p < k; p++)
            {
                One(b + ((long)p * ldb), x[p], first, last);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Four(T* row, T x0, T x1, T x2, T x3, int first, int last)
        {
            T* row1 = row + ldb;
            T* row2 = row1 + ldb;
            T* row3 = row2 + ldb;
            var (v0, v1, v2, v3) = (Vector256.Create(x0), Vector256.Create(x1), Vector256.Create(x2), Vector256.Create(x3));
            int j = first;
            for (; j <= last - Vector256<T>.Count; j += Vector256<T>.Count)
            {
                var sum = VectorMath.MultiplyAdd(v0, Vector256.Load(row + j), Vector256.Load(y + j));
                sum = VectorMath.MultiplyAdd(v1, Vector256.Load(row1 + j), sum);
                sum = VectorMath.MultiplyAdd(v2, Vector256.Load(row2 + j), sum);
                VectorMath.MultiplyAdd(v3, Vector256.Load(row3 + j), sum).Store(y + j);
            }

            for (; j < last; j++)
            {
                y[j] = y[j] + (x0 * row[j]) + (x1 * row1[j]) + (x2 * row2[j]) + (x3 * row3[j]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void One(T* row, T x0, int first, int last)
        {
            var v0 = Vector256.Create(x0);
            int j = first;
            for (; j <= last - Vector256<T>.Count; j += Vector256<T>.Count)
            {
                VectorMath.MultiplyAdd(v0, Vector256.Load(row + j), Vector256.Load(y + j)).Store(y + j);
            }

            for (; j < last; j++)
            {
                y[j] += x0 * row[j];
            }
        }
    }
}

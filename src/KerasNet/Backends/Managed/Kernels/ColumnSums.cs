using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Sums over the rows of a matrix, in blocks of rows that are then added in order: accurate, and the same on any number of threads.</summary>
internal static unsafe class ColumnSums
{
    private const int BlockRows = 256;

    /// <summary><c>sums[c] = Σ x[r, c]</c>.</summary>
    public static void Of<T>(T* x, int rows, int columns, T* sums) where T : unmanaged, INumberBase<T> => Run(rows, columns, new Plain<T>(x), sums);

    /// <summary><c>sums[c] = Σ term(r, c)</c>.</summary>
    public static void Run<T, TTerm>(int rows, int columns, TTerm term, T* sums)
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, IColumnTerm<T>
    {
        int blocks = Math.Max(1, (rows + BlockRows - 1) / BlockRows);
        using var parts = new Scratch<T>(blocks == 1 ? 0 : (long)blocks * columns);
        T* to = blocks == 1 ? sums : parts.Pointer;
        ManagedThreads.For(blocks, ManagedThreads.Grain((long)BlockRows * columns / 4), new Blocks<T, TTerm>(rows, columns, term, to));
        if (blocks > 1)
        {
            Run(blocks, columns, new Plain<T>(to), sums);
        }
    }

    private readonly struct Plain<T>(T* x) : IColumnTerm<T> where T : unmanaged
    {
        public Vector256<T> Vector(long index, int column) => Vector256.Load(x + index);

        public T Scalar(long index, int column) => x[index];
    }

    private readonly struct Blocks<T, TTerm>(int rows, int columns, TTerm term, T* sums) : IRangeAction
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, IColumnTerm<T>
    {
        public void Run(int start, int end)
        {
            for (int block = start; block < end; block++)
            {
                T* sum = sums + ((long)block * columns);
                new Span<T>(sum, columns).Clear();
                int last = Math.Min(rows, (block + 1) * BlockRows);
                for (int row = block * BlockRows; row < last; row++)
                {
                    Row((long)row * columns, sum);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Row(long at, T* sum)
        {
            int c = 0;
            for (; c <= columns - Vector256<T>.Count; c += Vector256<T>.Count)
            {
                (Vector256.Load(sum + c) + term.Vector(at + c, c)).Store(sum + c);
            }

            for (; c < columns; c++)
            {
                sum[c] += term.Scalar(at + c, c);
            }
        }
    }
}

namespace KerasNet.Backends.Managed;

/// <summary>
/// Reductions over any axes. Neighbouring axes of one kind are one; each group of reduced axes is joined in blocks whose size
/// depends on the shape alone, and the blocks in order.
/// </summary>
internal static unsafe class Reduce
{
    private const int RowBlock = 4096;
    private const int ColumnBlock = 2048;
    private const int JoinedRows = 128;
    private const int MaxRank = 32;

    /// <summary>Joins <paramref name="x"/> over the axes where <paramref name="reduced"/> is true; y has the other axes.</summary>
    public static void Run<T, TReduction>(ReadOnlySpan<int> shape, ReadOnlySpan<bool> reduced, T* x, T* y)
        where T : unmanaged
        where TReduction : struct, IReduction<T>
    {
        Span<int> sizes = stackalloc int[MaxRank + 1];
        int groups = 0;
        bool kind = false; // groups alternate: kept, reduced, kept, …
        sizes[0] = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (reduced[axis] != kind && shape[axis] != 1)
            {
                kind = !kind;
                sizes[++groups] = 1;
            }

            sizes[groups] *= shape[axis];
        }

        Groups<T, TReduction>(sizes[..(groups + 1)], x, y);
    }

    /// <summary><c>y[o, i] = join over r of x[o, r, i]</c>.</summary>
    public static void Middle<T, TReduction>(int outer, int count, int inner, T* x, T* y)
        where T : unmanaged
        where TReduction : struct, IReduction<T>
    {
        int block = inner == 1 ? RowBlock : JoinedRows;
        int blocks = Math.Max(1, (count + block - 1) / block);
        int across = (inner + ColumnBlock - 1) / ColumnBlock;
        using var parts = new Scratch<T>(blocks == 1 ? 0 : (long)outer * blocks * inner);
        T* to = blocks == 1 ? y : parts.Pointer;
        long cost = (long)Math.Min(count, block) * Math.Min(inner, ColumnBlock) / 4;
        ManagedThreads.For(outer * blocks * across, ManagedThreads.Grain(cost), new Blocks<T, TReduction>(count, inner, block, blocks, across, x, to));
        if (blocks > 1)
        {
            Middle<T, TReduction>(outer, blocks, inner, to, y);
        }
    }

    private static void Groups<T, TReduction>(Span<int> sizes, T* x, T* y)
        where T : unmanaged
        where TReduction : struct, IReduction<T>
    {
        int last = (sizes.Length - 1) | 1; // the last reduced group; an even one after it is kept
        int inner = 1;
        if (sizes.Length % 2 == 1)
        {
            last -= 2;
            inner = sizes[^1];
        }

        int outer = 1;
        for (int i = 0; i < last; i++)
        {
            outer *= sizes[i];
        }

        if (last < 0)
        {
            Buffer.MemoryCopy(x, y, (long)inner * sizeof(T), (long)inner * sizeof(T));
            return;
        }

        if (last == 1)
        {
            Middle<T, TReduction>(outer, sizes[1], inner, x, y);
            return;
        }

        using var rest = new Scratch<T>((long)outer * inner);
        Middle<T, TReduction>(outer, sizes[last], inner, x, rest.Pointer);
        sizes[last - 1] *= inner;
        Groups<T, TReduction>(sizes[..last], rest.Pointer, y);
    }

    private readonly struct Blocks<T, TReduction>(int count, int inner, int block, int blocks, int across, T* x, T* y) : IRangeAction
        where T : unmanaged
        where TReduction : struct, IReduction<T>
    {
        public void Run(int start, int end)
        {
            for (int item = start; item < end; item++)
            {
                int column = item % across * ColumnBlock;
                int part = item / across;
                int first = part % blocks * block;
                int rows = Math.Min(block, count - first);
                T* from = x + ((((long)(part / blocks) * count) + first) * inner) + column;
                T* to = y + ((long)part * inner) + column;
                if (inner == 1)
                {
                    *to = rows <= 0 ? TReduction.Identity : TReduction.Row(new ReadOnlySpan<T>(from, rows));
                    continue;
                }

                Columns(from, rows, new Span<T>(to, Math.Min(ColumnBlock, inner - column)));
            }
        }

        private void Columns(T* from, int rows, Span<T> to)
        {
            if (rows <= 0)
            {
                to.Fill(TReduction.Identity);
                return;
            }

            new ReadOnlySpan<T>(from, to.Length).CopyTo(to);
            for (int row = 1; row < rows; row++)
            {
                TReduction.Join(new ReadOnlySpan<T>(from + ((long)row * inner), to.Length), to);
            }
        }
    }
}

namespace KerasNet.Backends.Managed;

/// <summary>Copies elements between two places in memory that are walked with steps: what slices, transposes, pads, tiles and concatenations are.</summary>
internal static unsafe class StridedCopy
{
    private const int Tile = 16;

    /// <summary>Steps of a row-major array: how many elements lie between neighbours along each axis.</summary>
    public static long[] Steps(TensorShape shape)
    {
        var steps = new long[shape.Rank];
        var step = 1L;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            steps[i] = step;
            step *= shape[i];
        }

        return steps;
    }

    /// <summary>Copies a box of <paramref name="dims"/> elements; a step may be 0 (repeat) or negative (backwards).</summary>
    public static void Run(ReadOnlySpan<int> dims, Tensor x, long offsetX, ReadOnlySpan<long> stepsX, Tensor y, long offsetY, ReadOnlySpan<long> stepsY)
    {
        switch (x.DType.Size())
        {
            case 1: Run(dims, x.Pointer + offsetX, stepsX, y.Pointer + offsetY, stepsY); break;
            case 2: Run(dims, (ushort*)x.Pointer + offsetX, stepsX, (ushort*)y.Pointer + offsetY, stepsY); break;
            case 4: Run(dims, (uint*)x.Pointer + offsetX, stepsX, (uint*)y.Pointer + offsetY, stepsY); break;
            case 8: Run(dims, (ulong*)x.Pointer + offsetX, stepsX, (ulong*)y.Pointer + offsetY, stepsY); break;
            case 16: Run(dims, (UInt128*)x.Pointer + offsetX, stepsX, (UInt128*)y.Pointer + offsetY, stepsY); break;
            default: throw new NotSupportedException($"The managed backend does not move elements of type {x.DType.Name()}. Turn text into numbers first.");
        }
    }

    /// <summary>Copies foreign memory that is walked with steps into a tensor.</summary>
    public static void Run(ReadOnlySpan<int> dims, nint x, long offset, ReadOnlySpan<long> steps, Tensor y)
    {
        var own = Steps(y.Shape);
        switch (y.DType.Size())
        {
            case 1: Run(dims, (byte*)x + offset, steps, y.Pointer, own); break;
            case 2: Run(dims, (ushort*)x + offset, steps, (ushort*)y.Pointer, own); break;
            case 4: Run(dims, (uint*)x + offset, steps, (uint*)y.Pointer, own); break;
            default: Run(dims, (ulong*)x + offset, steps, (ulong*)y.Pointer, own); break;
        }
    }

    public static void Run<T>(ReadOnlySpan<int> dims, T* x, ReadOnlySpan<long> stepsX, T* y, ReadOnlySpan<long> stepsY)
        where T : unmanaged
    {
        var room = dims.Length + 2;
        var n = stackalloc int[room];
        var sx = stackalloc long[room];
        var sy = stackalloc long[room];
        var rank = Collapse(dims, stepsX, stepsY, n, sx, sy);
        if (rank < 0)
        {
            return;
        }

        var inner = Turn(rank, n, sx, sy) ? 2 : 1;
        var outer = 1;
        for (var d = 0; d < rank - inner; d++)
        {
            outer = checked(outer * n[d]);
        }

        var row = inner == 2 ? (long)n[rank - 2] * n[rank - 1] : n[rank - 1];
        ManagedThreads.For(outer, ManagedThreads.Grain(row), new Boxes<T>(x, y, rank, inner, n, sx, sy));
    }

    /// <summary>Drops axes of one element and joins neighbours that are walked as one. The number of axes left, at least 1; -1 when there is nothing to copy.</summary>
    private static int Collapse(ReadOnlySpan<int> dims, ReadOnlySpan<long> stepsX, ReadOnlySpan<long> stepsY, int* n, long* sx, long* sy)
    {
        var rank = 0;
        for (var i = 0; i < dims.Length; i++)
        {
            if (dims[i] == 0)
            {
                return -1;
            }

            if (dims[i] == 1)
            {
                continue;
            }

            if (rank > 0 && sx[rank - 1] == stepsX[i] * dims[i] && sy[rank - 1] == stepsY[i] * dims[i])
            {
                n[rank - 1] *= dims[i];
                (sx[rank - 1], sy[rank - 1]) = (stepsX[i], stepsY[i]);
            }
            else
            {
                (n[rank], sx[rank], sy[rank]) = (dims[i], stepsX[i], stepsY[i]);
                rank++;
            }
        }

        if (rank == 0)
        {
            (n[0], sx[0], sy[0]) = (1, 1, 1);
            rank = 1;
        }

        return rank;
    }

    /// <summary>For a transpose, brings the two axes that are contiguous on either side to the end, to be walked in tiles.</summary>
    private static bool Turn(int rank, int* n, long* sx, long* sy)
    {
        var last = rank - 1;
        if (sx[last] == 0 || (sx[last] == 1) == (sy[last] == 1))
        {
            return false;
        }

        var other = sy[last] == 1 ? sx : sy;
        for (var j = 0; j < last; j++)
        {
            if (other[j] == 1)
            {
                var (count, a, b) = (n[j], sx[j], sy[j]);
                for (var d = j; d < last - 1; d++)
                {
                    (n[d], sx[d], sy[d]) = (n[d + 1], sx[d + 1], sy[d + 1]);
                }

                (n[last - 1], sx[last - 1], sy[last - 1]) = (count, a, b);
                return true;
            }
        }

        return false;
    }

    private readonly struct Boxes<T>(T* x, T* y, int rank, int inner, int* n, long* sx, long* sy) : IRangeAction
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            var outer = rank - inner;
            var index = stackalloc int[outer + 1];
            T* from = x, to = y;
            var rest = start;
            for (var d = outer - 1; d >= 0; d--)
            {
                index[d] = rest % n[d];
                rest /= n[d];
                from += index[d] * sx[d];
                to += index[d] * sy[d];
            }

            for (var i = start; i < end; i++)
            {
                if (inner == 2)
                {
                    Tiles(from, to, n[outer], sx[outer], sy[outer], n[outer + 1], sx[outer + 1], sy[outer + 1]);
                }
                else
                {
                    Row(from, to, n[outer], sx[outer], sy[outer]);
                }

                for (var d = outer - 1; d >= 0; d--)
                {
                    from += sx[d];
                    to += sy[d];
                    if (++index[d] < n[d])
                    {
                        break;
                    }

                    from -= sx[d] * n[d];
                    to -= sy[d] * n[d];
                    index[d] = 0;
                }
            }
        }

        private static void Row(T* from, T* to, int count, long stepX, long stepY)
        {
            if (stepY == 1 && stepX == 1)
            {
                new ReadOnlySpan<T>(from, count).CopyTo(new Span<T>(to, count));
            }
            else if (stepY == 1 && stepX == 0)
            {
                new Span<T>(to, count).Fill(*from);
            }
            else
            {
                for (var i = 0L; i < count; i++)
                {
                    to[i * stepY] = from[i * stepX];
                }
            }
        }

        private static void Tiles(T* from, T* to, int rows, long rowX, long rowY, int columns, long columnX, long columnY)
        {
            for (var i0 = 0; i0 < rows; i0 += Tile)
            {
                var i1 = Math.Min(i0 + Tile, rows);
                for (var j0 = 0; j0 < columns; j0 += Tile)
                {
                    var count = Math.Min(Tile, columns - j0);
                    for (var i = i0; i < i1; i++)
                    {
                        Row(from + (i * rowX) + (j0 * columnX), to + (i * rowY) + (j0 * columnY), count, columnX, columnY);
                    }
                }
            }
        }
    }
}

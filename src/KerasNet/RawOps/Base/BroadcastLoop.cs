using KerasNet.Backends.Managed;

namespace KerasNet;

/// <summary>The loops of broadcasting ops, each for one way in which the inputs lie against each other; kernels see equal spans only.</summary>
internal static unsafe class BroadcastLoop
{
    /// <summary>Elements over which a repeated number or row is spread.</summary>
    public const int Chunk = 512;

    /// <summary>A short row against each row of a matrix.</summary>
    public static void Repeat<TIn, TOut>(TIn* a, bool movesA, TIn* b, TOut* y, int rows, int width, Broadcasting.Kernel<TIn, TOut> compute, int cost)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var together = Math.Min(rows, Chunk / width);
        var row = stackalloc TIn[Chunk];
        var source = new ReadOnlySpan<TIn>(movesA ? b : a, width);
        for (var i = 0; i < together; i++)
        {
            source.CopyTo(new Span<TIn>(row + (i * width), width));
        }

        var groups = (rows + together - 1) / together;
        var length = together * width;
        var loop = new Groups<TIn, TOut>(movesA ? a : row, movesA ? row : b, movesA, y, length, rows * width, compute);
        ManagedThreads.For(groups, ElementLoop.Grain(length, cost), loop);
    }

    private static void Row<TIn, TOut>(TIn* a, bool movesA, TIn* b, bool movesB, TOut* y, int length, Broadcasting.Kernel<TIn, TOut> compute)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (movesA && movesB)
        {
            compute(new(a, length), new(b, length), new(y, length));
            return;
        }

        // One number against a row: it is spread over a chunk.
        Span<TIn> fill = stackalloc TIn[Math.Min(length, Chunk)];
        fill.Fill(movesA ? *b : *a);
        for (var i = 0; i < length; i += Chunk)
        {
            var n = Math.Min(Chunk, length - i);
            ReadOnlySpan<TIn> number = fill[..n];
            compute(movesA ? new(a + i, n) : number, movesB ? new(b + i, n) : number, new(y + i, n));
        }
    }

    /// <summary>Inputs of the result's size.</summary>
    internal readonly struct Equal<TIn, TOut>(TIn* a, TIn* b, TOut* y, Broadcasting.Kernel<TIn, TOut> compute) : IRangeAction
        where TIn : unmanaged
        where TOut : unmanaged
    {
        public void Run(int start, int end) => compute(new(a + start, end - start), new(b + start, end - start), new(y + start, end - start));
    }

    /// <summary>One number against all.</summary>
    internal readonly struct Number<TIn, TOut>(TIn* a, bool movesA, TIn* b, bool movesB, TOut* y, Broadcasting.Kernel<TIn, TOut> compute) : IRangeAction
        where TIn : unmanaged
        where TOut : unmanaged
    {
        public void Run(int start, int end) => Row(movesA ? a + start : a, movesA, movesB ? b + start : b, movesB, y + start, end - start, compute);
    }

    /// <summary>The general case: rows of the last joined axis, found by strides (0: repeated).</summary>
    internal readonly struct Rows<TIn, TOut>(TIn* a, TIn* b, TOut* y, int rank, int* dims, int* sa, int* sb, Broadcasting.Kernel<TIn, TOut> compute) : IRangeAction
        where TIn : unmanaged
        where TOut : unmanaged
    {
        public void Run(int start, int end)
        {
            var width = dims[rank - 1];
            for (var row = start; row < end; row++)
            {
                var (rest, ia, ib) = (row, 0L, 0L);
                for (var d = rank - 2; d >= 0; d--)
                {
                    var at = rest % dims[d];
                    rest /= dims[d];
                    ia += (long)at * sa[d];
                    ib += (long)at * sb[d];
                }

                Row(a + ia, sa[rank - 1] != 0, b + ib, sb[rank - 1] != 0, y + ((long)row * width), width, compute);
            }
        }
    }

    private readonly struct Groups<TIn, TOut>(TIn* a, TIn* b, bool movesA, TOut* y, int length, int total, Broadcasting.Kernel<TIn, TOut> compute) : IRangeAction
        where TIn : unmanaged
        where TOut : unmanaged
    {
        public void Run(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                var at = i * length;
                var n = Math.Min(length, total - at);
                compute(new(movesA ? a + at : a, n), new(movesA ? b : b + at, n), new(y + at, n));
            }
        }
    }
}

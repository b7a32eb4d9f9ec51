using KerasNet.Backends.Managed;

namespace KerasNet;

/// <summary>
/// The managed loop of reductions: rows are joined whole where the last axes go, added up row by row where the first go.
/// How the work is cut depends on the shape alone, so the number of threads changes no digit.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>Elements of a long row that are joined in one go.</summary>
    private const int Stretch = 1 << 10;

    /// <summary>Rows of a tall matrix that are added up in one go.</summary>
    private const int Rows = 256;

    public delegate T Fold<T>(ReadOnlySpan<T> row);

    public delegate void Join<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);

    /// <summary>Reads input 0 and the axes of input 1, writes output 0.</summary>
    public static void Run<T>(Kernel kernel, T identity, Fold<T> fold, Join<T> join)
        where T : unmanaged
    {
        var x = kernel.Input(0);
        var axes = NumberReader.Ints(kernel.Input(1));
        var y = kernel.Allocate(0, ReductionOp.Reduced(x.Shape, axes, kernel.Node.Attr("keep_dims", false)));
        Into((T*)x.Pointer, x.Shape, axes, y.Raw<T>(), identity, fold, join);
    }

    /// <summary>16-bit floats are joined as float32.</summary>
    public static void RunNarrow(Kernel kernel, float identity, Fold<float> fold, Join<float> join)
    {
        var x = kernel.Input(0);
        var axes = NumberReader.Ints(kernel.Input(1));
        var y = kernel.Allocate(0, ReductionOp.Reduced(x.Shape, axes, kernel.Node.Attr("keep_dims", false)));
        var (wideX, wideY) = (Tensor.Allocate(DataType.Float32, x.Shape), Tensor.Allocate(DataType.Float32, y.Shape));
        CastOp.Convert(x, wideX);
        Into((float*)wideX.Pointer, x.Shape, axes, wideY.Writable<float>(), identity, fold, join);
        CastOp.Convert(wideY, y);
    }

    public static void Into<T>(T* x, TensorShape shape, ReadOnlySpan<int> axes, Span<T> y, T identity, Fold<T> fold, Join<T> join)
        where T : unmanaged
    {
        y.Fill(identity);
        if (shape.Size == 0)
        {
            return;
        }

        Span<int> dims = stackalloc int[shape.Rank + 1];
        Span<bool> gone = stackalloc bool[shape.Rank + 1];
        var rank = Collapse(shape, axes, dims, gone);
        var work = new Work<T>(fold, join);
        fixed (T* to = y)
        {
            switch (rank)
            {
                case 0: *to = *x; break;
                case 1 when gone[0]: *to = work.Long(x, dims[0]); break;
                case 1: new ReadOnlySpan<T>(x, dims[0]).CopyTo(y); break;
                case 2 when gone[1]: ManagedThreads.For(dims[0], ElementLoop.Grain(dims[1]), new RowPart<T>(work, x, dims[1], to)); break;
                case 2: work.Tall(x, dims[0], dims[1], to); break;
                case 3 when gone[1]: ManagedThreads.For(dims[0], ElementLoop.Grain((long)dims[1] * dims[2]), new TallPart<T>(work, x, dims[1], dims[2], to)); break;
                default: work.Walk(x, (int)shape.Size, y, dims[..rank], gone, 0); break;
            }
        }
    }

    /// <summary>Neighbouring axes of one kind are one axis: (kept, gone, kept, …).</summary>
    private static int Collapse(TensorShape shape, ReadOnlySpan<int> axes, Span<int> dims, Span<bool> gone)
    {
        Span<bool> reduced = stackalloc bool[shape.Rank];
        reduced.Clear();
        foreach (var axis in axes)
        {
            reduced[shape.Axis(axis)] = true;
        }

        var rank = 0;
        for (var i = 0; i < shape.Rank; i++)
        {
            if (shape[i] == 1)
            {
                continue;
            }

            if (rank > 0 && gone[rank - 1] == reduced[i])
            {
                dims[rank - 1] *= shape[i];
            }
            else
            {
                (dims[rank], gone[rank]) = (shape[i], reduced[i]);
                rank++;
            }
        }

        return rank;
    }

    private readonly struct Work<T>(Fold<T> fold, Join<T> join)
        where T : unmanaged
    {
        public T Row(T* x, int length) => fold(new ReadOnlySpan<T>(x, length));

        /// <summary>One long row: stretches of a fixed length, then their results.</summary>
        public T Long(T* x, int length)
        {
            var pieces = (length + Stretch - 1) / Stretch;
            if (pieces == 1)
            {
                return Row(x, length);
            }

            using var parts = new Scratch<T>(pieces);
            ManagedThreads.For(pieces, ElementLoop.Grain(Stretch), new LongPart<T>(this, x, length, parts.Pointer));
            return Long(parts.Pointer, pieces);
        }

        /// <summary>The rows of a matrix joined into one: blocks of a fixed number of rows, then their results.</summary>
        public void Tall(T* x, int rows, int width, T* y)
        {
            if (rows <= Rows)
            {
                Block(x, rows, width, y);
                return;
            }

            var pieces = (rows + Rows - 1) / Rows;
            using var parts = new Scratch<T>((long)pieces * width);
            ManagedThreads.For(pieces, ElementLoop.Grain((long)Rows * width), new BlockPart<T>(this, x, rows, width, parts.Pointer));
            Tall(parts.Pointer, pieces, width, y);
        }

        /// <summary>Narrow rows are taken several at a time, so that vectors are full.</summary>
        public void Block(T* x, int rows, int width, T* y)
        {
            var together = Math.Min(rows, Math.Max(1, 128 / width));
            var wide = together * width;
            using var sums = new Scratch<T>(wide);
            var sum = new Span<T>(sums.Pointer, wide);
            new ReadOnlySpan<T>(x, wide).CopyTo(sum);
            var row = together;
            for (; row + together <= rows; row += together)
            {
                join(sum, new ReadOnlySpan<T>(x + ((long)row * width), wide), sum);
            }

            var rest = (rows - row) * width;
            if (rest > 0)
            {
                join(sum[..rest], new ReadOnlySpan<T>(x + ((long)row * width), rest), sum[..rest]);
            }

            var to = new Span<T>(y, width);
            sum[..width].CopyTo(to);
            for (var i = 1; i < together; i++)
            {
                join(to, sum.Slice(i * width, width), to);
            }
        }

        public void Walk(T* x, int length, Span<T> y, ReadOnlySpan<int> dims, ReadOnlySpan<bool> gone, int depth)
        {
            var (n, stepX) = (dims[depth], length / dims[depth]);
            if (depth == dims.Length - 1)
            {
                if (gone[depth])
                {
                    var one = Row(x, length);
                    join(y[..1], new ReadOnlySpan<T>(in one), y[..1]);
                }
                else
                {
                    join(y, new ReadOnlySpan<T>(x, length), y);
                }

                return;
            }

            var stepY = gone[depth] ? 0 : y.Length / n;
            for (var i = 0; i < n; i++)
            {
                Walk(x + ((long)i * stepX), stepX, gone[depth] ? y : y.Slice(i * stepY, stepY), dims, gone, depth + 1);
            }
        }
    }

    private readonly struct RowPart<T>(Work<T> work, T* x, int width, T* y) : IRangeAction
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                y[i] = work.Long(x + ((long)i * width), width);
            }
        }
    }

    private readonly struct LongPart<T>(Work<T> work, T* x, int length, T* parts) : IRangeAction
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                parts[i] = work.Row(x + (i * Stretch), Math.Min(Stretch, length - (i * Stretch)));
            }
        }
    }

    private readonly struct TallPart<T>(Work<T> work, T* x, int rows, int width, T* y) : IRangeAction
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                work.Tall(x + ((long)i * rows * width), rows, width, y + ((long)i * width));
            }
        }
    }

    private readonly struct BlockPart<T>(Work<T> work, T* x, int rows, int width, T* parts) : IRangeAction
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                work.Block(x + ((long)i * Rows * width), Math.Min(Rows, rows - (i * Rows)), width, parts + ((long)i * width));
            }
        }
    }
}

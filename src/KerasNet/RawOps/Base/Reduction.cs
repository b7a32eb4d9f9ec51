using KerasNet.Backends.Managed;

namespace KerasNet;

/// <summary>The managed loop of reductions: rows are joined whole where the last axes go, added up row by row where the first go.</summary>
internal static class Reduction
{
    public delegate T Fold<T>(ReadOnlySpan<T> row);

    public delegate void Join<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);

    public static void Run<T>(Kernel kernel, T identity, Fold<T> fold, Join<T> join)
        where T : unmanaged
    {
        var x = kernel.Input(0);
        var axes = NumberReader.Ints(kernel.Input(1));
        var y = kernel.Allocate(0, ReductionOp.Reduced(x.Shape, axes, kernel.Node.Attr("keep_dims", false)));
        Into(x, axes, y.Writable<T>(), identity, fold, join);
    }

    public static void Into<T>(Tensor x, int[] axes, Span<T> y, T identity, Fold<T> fold, Join<T> join)
        where T : unmanaged
    {
        y.Fill(identity);
        if (x.Shape.Size == 0)
        {
            return;
        }

        // Neighbouring axes of one kind are one axis: (kept, gone, kept, …).
        var dims = new List<int>();
        var gone = new List<bool>();
        for (var i = 0; i < x.Rank; i++)
        {
            var g = axes.Any(a => x.Shape.Axis(a) == i);
            if (gone.Count > 0 && gone[^1] == g)
            {
                dims[^1] *= x.Shape[i];
            }
            else
            {
                dims.Add(x.Shape[i]);
                gone.Add(g);
            }
        }

        if (dims.Count == 0)
        {
            x.AsSpan<T>().CopyTo(y);
            return;
        }

        Walk(x.AsSpan<T>(), y, [.. dims], [.. gone], 0, fold, join);
    }

    private static void Walk<T>(ReadOnlySpan<T> x, Span<T> y, int[] dims, bool[] gone, int depth, Fold<T> fold, Join<T> join)
        where T : unmanaged
    {
        var (n, stepX) = (dims[depth], x.Length / dims[depth]);
        if (depth == dims.Length - 1)
        {
            if (gone[depth])
            {
                Span<T> one = [fold(x)];
                join(y[..1], one, y[..1]);
            }
            else
            {
                join(y, x, y);
            }

            return;
        }

        var stepY = gone[depth] ? 0 : y.Length / n;
        for (var i = 0; i < n; i++)
        {
            Walk(x.Slice(i * stepX, stepX), gone[depth] ? y : y.Slice(i * stepY, stepY), dims, gone, depth + 1, fold, join);
        }
    }
}

using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>NumPy's broadcasting: result shapes, the loop over equal spans, and the way back of gradients.</summary>
internal static class Broadcasting
{
    public delegate void Kernel<TIn, TOut>(ReadOnlySpan<TIn> a, ReadOnlySpan<TIn> b, Span<TOut> y);

    public static TensorShape Shape(Node node, TensorShape a, TensorShape b) => TryShape(a, b)
        ?? throw node.Error($"shapes {a} and {b} do not broadcast: dimensions must be equal or 1, counted from the right.");

    public static TensorShape? TryShape(TensorShape a, TensorShape b)
    {
        if (a.Rank == 0)
        {
            return b;
        }

        if (b.Rank == 0)
        {
            return a;
        }

        var rank = Math.Max(a.Rank, b.Rank);
        var dims = new int[rank];
        for (var i = 0; i < rank; i++)
        {
            var x = i < rank - a.Rank ? 1 : a[i - (rank - a.Rank)];
            var y = i < rank - b.Rank ? 1 : b[i - (rank - b.Rank)];
            if (x == y || y == 1)
            {
                dims[i] = x;
            }
            else if (x == 1)
            {
                dims[i] = y;
            }
            else if (x < 0 || y < 0)
            {
                dims[i] = Math.Max(x, y);
            }
            else
            {
                return null;
            }
        }

        return new TensorShape(dims);
    }

    /// <summary>Sums gradients of the broadcast shape to the shapes of the inputs.</summary>
    public static Tensor?[] Reduce(Tensor a, Tensor? da, Tensor b, Tensor? db)
    {
        if (a.Shape == b.Shape && a.Shape.IsFullyDefined)
        {
            return [da, db];
        }

        if (a.Shape.IsFullyDefined && b.Shape.IsFullyDefined || NeedsNoRun(a.Shape, b.Shape))
        {
            return [da is null ? null : SumTo(da, a, b.Shape), db is null ? null : SumTo(db, b, a.Shape)];
        }

        var (sa, sb) = (RawOps.Shape(a), RawOps.Shape(b));
        var (ra, rb) = RawOps.BroadcastGradientArgs(sa, sb);
        return
        [
            da is null ? null : RawOps.Reshape(RawOps.Sum(da, ra, keepDims: true), sa, a.Shape),
            db is null ? null : RawOps.Reshape(RawOps.Sum(db, rb, keepDims: true), sb, b.Shape),
        ];
    }

    /// <summary>Unknown dimensions are no matter where the other side surely is the broadcast one, or both are the same batch axis.</summary>
    private static bool NeedsNoRun(TensorShape a, TensorShape b)
    {
        for (int i = 1; i <= Math.Min(a.Rank, b.Rank); i++)
        {
            var (x, y) = (a[^i], b[^i]);
            if ((x < 0 && y != 1) || (y < 0 && x != 1))
            {
                return false;
            }
        }

        return true;
    }

    private static Tensor SumTo(Tensor gradient, Tensor x, TensorShape other)
    {
        var rank = Math.Max(x.Rank, other.Rank);
        var lead = rank - x.Rank;
        var axes = new List<int>();
        for (var i = 0; i < rank; i++)
        {
            var d = i < rank - other.Rank ? 1 : other[i - (rank - other.Rank)];
            if (i < lead || (x.Shape[i - lead] == 1 && d != 1))
            {
                axes.Add(i);
            }
        }

        if (axes.Count == 0)
        {
            return gradient;
        }

        if (axes.Count == lead)
        {
            return RawOps.Sum(gradient, RawOps.Constant([.. axes]));
        }

        var sum = RawOps.Sum(gradient, RawOps.Constant([.. axes]), keepDims: true);
        return lead == 0 ? sum : x.Shape.IsFullyDefined
            ? RawOps.Reshape(sum, RawOps.Constant(x.Shape.ToArray()))
            : RawOps.Reshape(sum, RawOps.Shape(x), x.Shape);
    }

    public static void RunNarrow(Tensor a, Tensor b, Tensor y, Narrow.BinaryKernel compute)
    {
        var (wa, wb) = (Tensor.Create<float>(Narrow.Widen(a), a.Shape), Tensor.Create<float>(Narrow.Widen(b), b.Shape));
        var wide = Tensor.Allocate(DataType.Float32, y.Shape);
        Run<float, float>(wa, wb, wide, (p, q, r) => compute(p, q, r));
        Narrow.Round(wide.AsSpan<float>(), y);
    }

    /// <summary>Calls <paramref name="compute"/> with spans of equal length; <paramref name="cost"/> is that of an element, where an addition is 1.</summary>
    public static unsafe void Run<TIn, TOut>(Tensor a, Tensor b, Tensor y, Kernel<TIn, TOut> compute, int cost = 1)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var length = checked((int)y.Shape.Size);
        var pa = (TIn*)a.Pointer;
        var pb = (TIn*)b.Pointer;
        var py = (TOut*)y.Pointer;
        if (length == 0)
        {
            return;
        }

        if (a.Shape.Size == length && b.Shape.Size == length)
        {
            ElementLoop.Run(length, cost, new BroadcastLoop.Equal<TIn, TOut>(pa, pb, py, compute));
            return;
        }

        var count = Math.Max(1, y.Rank);
        var layout = stackalloc int[3 * count];
        var dims = layout;
        var sa = layout + count;
        var sb = sa + count;
        var rank = Collapse(a.Shape, b.Shape, y.Shape, new(dims, count), new(sa, count), new(sb, count));
        if (rank == 1)
        {
            ElementLoop.Run(length, cost, new BroadcastLoop.Number<TIn, TOut>(pa, sa[0] != 0, pb, sb[0] != 0, py, compute));
        }
        else if (rank == 2 && sa[1] + sb[1] == 2 && dims[1] <= BroadcastLoop.Chunk / 2)
        {
            // A short row against many, as a bias: the row is repeated to a long one.
            BroadcastLoop.Repeat(pa, sa[0] != 0, pb, py, dims[0], dims[1], compute, cost);
        }
        else
        {
            var rows = new BroadcastLoop.Rows<TIn, TOut>(pa, pb, py, rank, dims, sa, sb, compute);
            ManagedThreads.For(length / dims[rank - 1], ElementLoop.Grain(dims[rank - 1], cost), rows);
        }
    }

    /// <summary>Joins neighbouring axes that both inputs walk alike; gives sizes and strides (0: broadcast), and their number.</summary>
    private static int Collapse(TensorShape a, TensorShape b, TensorShape y, Span<int> dims, Span<int> sa, Span<int> sb)
    {
        var rank = 0;
        Span<int> kindA = stackalloc int[dims.Length];
        Span<int> kindB = stackalloc int[dims.Length];
        for (var i = 0; i < y.Rank; i++)
        {
            if (y[i] == 1)
            {
                continue;
            }

            var ka = i >= y.Rank - a.Rank && a[i - (y.Rank - a.Rank)] != 1 ? 1 : 0;
            var kb = i >= y.Rank - b.Rank && b[i - (y.Rank - b.Rank)] != 1 ? 1 : 0;
            if (rank > 0 && kindA[rank - 1] == ka && kindB[rank - 1] == kb)
            {
                dims[rank - 1] *= y[i];
            }
            else
            {
                (dims[rank], kindA[rank], kindB[rank]) = (y[i], ka, kb);
                rank++;
            }
        }

        if (rank == 0)
        {
            (dims[0], kindA[0], kindB[0]) = (1, 0, 0);
            rank = 1;
        }

        var (na, nb) = (1, 1);
        for (var i = rank - 1; i >= 0; i--)
        {
            sa[i] = kindA[i] * na;
            sb[i] = kindB[i] * nb;
            na *= kindA[i] == 0 ? 1 : dims[i];
            nb *= kindB[i] == 0 ? 1 : dims[i];
        }

        return rank;
    }
}

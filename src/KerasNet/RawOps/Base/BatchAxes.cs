namespace KerasNet;

/// <summary>Gradients of ops whose last two axes are matrices and whose other axes broadcast.</summary>
internal static class BatchAxes
{
    /// <summary>True when no axis can be broadcast.</summary>
    public static bool AreSame(TensorShape a, TensorShape b) => a.Rank == b.Rank && a[..^2].IsFullyDefined && a[..^2] == b[..^2];

    /// <summary>Sums gradients over the axes that were broadcast.</summary>
    public static Tensor?[] Reduce(Tensor a, Tensor da, Tensor b, Tensor db)
    {
        if (Known(a.Shape, b.Shape) is { } axesA && Known(b.Shape, a.Shape) is { } axesB)
        {
            return [Sum(a, da, axesA), Sum(b, db, axesB)];
        }

        // The matrices' sizes must not look like broadcasting, so both are set to 2.
        var (ra, rb) = RawOps.BroadcastGradientArgs(BatchShape(a), BatchShape(b));
        return [RawOps.Reshape(RawOps.Sum(da, ra, keepDims: true), RawOps.Shape(a), a.Shape), RawOps.Reshape(RawOps.Sum(db, rb, keepDims: true), RawOps.Shape(b), b.Shape)];
    }

    /// <summary>The axes of the result over which a gradient is summed; null when only the run can tell.</summary>
    private static int[]? Known(TensorShape x, TensorShape other)
    {
        var rank = Math.Max(x.Rank, other.Rank);
        var axes = new List<int>();
        for (var i = 0; i < rank - 2; i++)
        {
            var at = i - (rank - x.Rank);
            var to = i - (rank - other.Rank);
            var (d, o) = (at < 0 ? 1 : x[at], to < 0 ? 1 : other[to]);
            if (at < 0 || (d == 1 && o != 1))
            {
                axes.Add(i);
            }
            else if (d < 0 && o != 1)
            {
                return null;
            }
        }

        return [.. axes];
    }

    private static Tensor Sum(Tensor x, Tensor gradient, int[] axes) => axes.Length == 0
        ? gradient
        : RawOps.Reshape(RawOps.Sum(gradient, RawOps.Constant(axes)), RawOps.Shape(x), x.Shape);

    private static Tensor BatchShape(Tensor x)
    {
        var batch = new int[x.Rank];
        Array.Fill(batch, 1, 0, x.Rank - 2);
        var matrix = new int[x.Rank];
        Array.Fill(matrix, 2, x.Rank - 2, 2);
        return RawOps.AddV2(RawOps.Mul(RawOps.Shape(x), RawOps.Constant(batch)), RawOps.Constant(matrix));
    }
}

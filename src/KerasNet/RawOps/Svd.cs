using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Singular values in descending order, and vectors in the columns of U and V (empty without <paramref name="computeUv"/>).</summary>
    public static (Tensor S, Tensor U, Tensor V) Svd(Tensor x, bool computeUv = true, bool fullMatrices = false)
    {
        var all = Op<SvdOp>.Instance.Call([x], ("compute_uv", computeUv), ("full_matrices", fullMatrices));
        return (all[0], all[1], all[2]);
    }
}

/// <summary>Singular value decomposition.</summary>
internal sealed class SvdOp : MatrixOp
{
    public override string Name => "Svd";

    public override TensorSpec[] Infer(Node node)
    {
        var x = Matrices(node);
        var (rows, columns, batch) = (x.Shape[^2], x.Shape[^1], Batch(x));
        var least = Least(rows, columns);
        var s = new TensorSpec(x.DType, batch.Concat(new TensorShape(least)));
        var full = node.Attr("full_matrices", false);
        return node.Attr("compute_uv", true)
            ? [s, new(x.DType, Matrix(batch, rows, full ? rows : least)), new(x.DType, Matrix(batch, columns, full ? columns : least))]
            : [s, new(x.DType, new TensorShape(0)), new(x.DType, new TensorShape(0))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var (s, u, v) = (node.Outputs[0], node.Outputs[1], node.Outputs[2]);
        if (!node.Attr("compute_uv", true))
        {
            (s, u, v) = RawOps.Svd(x);
        }
        else if (node.Attr("full_matrices", false) && x.Shape[^1] != x.Shape[^2])
        {
            if (dy[1] is not null || dy[2] is not null)
            {
                throw new NotSupportedException($"The gradient through the singular vectors of matrices that are not square needs full_matrices=false. Received: shape {x.Shape}.");
            }

            (s, u, v) = RawOps.Svd(x);
        }

        // Townsend, Differentiating the singular value decomposition, 2016.
        var middle = dy[0] is { } ds ? Diagonal(ds) : null;
        var (gaps, wide) = (Gaps(RawOps.Square(s)), RawOps.ExpandDims(s, -2));
        if (dy[1] is { } du)
        {
            var j = RawOps.Mul(gaps, Times(u, du, transposeA: true));
            middle = Sum(middle, RawOps.Mul(RawOps.AddV2(j, T(j)), wide));
        }

        if (dy[2] is { } dv)
        {
            var k = RawOps.Mul(gaps, Times(v, dv, transposeA: true));
            middle = Sum(middle, RawOps.Mul(RawOps.ExpandDims(s, -1), RawOps.AddV2(k, T(k))));
        }

        var gradient = middle is null ? null : Times(u, Times(middle, v, transposeB: true));
        if (dy[1] is { } left)
        {
            var outside = RawOps.RealDiv(RawOps.Sub(left, Times(u, Times(u, left, transposeA: true))), wide);
            gradient = Sum(gradient, Times(outside, v, transposeB: true));
        }

        if (dy[2] is { } right)
        {
            var outside = RawOps.RealDiv(RawOps.Sub(right, Times(v, Times(v, right, transposeA: true))), wide);
            gradient = Sum(gradient, Times(u, outside, transposeB: true));
        }

        return [gradient];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (rows, columns, batch) = (x.Shape[^2], x.Shape[^1], Batch(x));
        var (vectors, full, least) = (kernel.Node.Attr("compute_uv", true), kernel.Node.Attr("full_matrices", false), Math.Min(rows, columns));
        var (keptU, keptV) = (full ? rows : least, full ? columns : least);
        var s = kernel.Allocate(0, batch.Concat(new TensorShape(least)));
        var u = kernel.Allocate(1, vectors ? Matrix(batch, rows, keptU) : new TensorShape(0));
        var v = kernel.Allocate(2, vectors ? Matrix(batch, columns, keptV) : new TensorShape(0));
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var all = Decompositions.Svd(MatrixValues.Read(x, m, rows * columns), rows, columns, vectors);
            MatrixValues.Write(s, m, all.S);
            if (vectors)
            {
                MatrixValues.Write(u, m, Leading(all.U, rows, keptU));
                MatrixValues.Write(v, m, Leading(all.V, columns, keptV));
            }
        }
    }

    private static double[] Leading(double[] square, int n, int kept) => [.. Enumerable.Range(0, n).SelectMany(i => square[(i * n)..((i * n) + kept)])];

    private static Tensor Sum(Tensor? a, Tensor b) => a is null ? b : RawOps.AddV2(a, b);
}

using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Matrices as orthogonal ones times upper triangles; Q is square with <paramref name="fullMatrices"/>.</summary>
    public static (Tensor Q, Tensor R) Qr(Tensor x, bool fullMatrices = false)
    {
        var both = Op<QrOp>.Instance.Call([x], ("full_matrices", fullMatrices));
        return (both[0], both[1]);
    }
}

/// <summary>QR decomposition.</summary>
internal sealed class QrOp : MatrixOp
{
    public override string Name => "Qr";

    public override TensorSpec[] Infer(Node node)
    {
        var x = Matrices(node);
        var (rows, columns) = (x.Shape[^2], x.Shape[^1]);
        var inner = node.Attr("full_matrices", false) ? rows : Least(rows, columns);
        return [new(x.DType, Matrix(Batch(x), rows, inner)), new(x.DType, Matrix(Batch(x), inner, columns))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, q, r) = (node.Inputs[0], node.Outputs[0], node.Outputs[1]);
        var (rows, columns) = (x.Shape[^2], x.Shape[^1]);
        if (rows < 0 || columns < 0 || (node.Attr("full_matrices", false) && rows != columns))
        {
            throw new NotSupportedException($"The gradient of a QR decomposition needs known sizes, and square matrices where mode is 'complete'. Received: shape {x.Shape}.");
        }

        var (dq, dr) = (dy[0] ?? RawOps.ZerosLike(q), dy[1] ?? RawOps.ZerosLike(r));
        if (columns <= rows)
        {
            return [Deep(q, r, dq, dr)];
        }

        // The columns beyond the square part are Q times theirs of R.
        var (r1, dr1, dr2, rest) = (Columns(r, 0, rows), Columns(dr, 0, rows), Columns(dr, rows, columns), Columns(x, rows, columns));
        var first = Deep(q, r1, RawOps.AddV2(dq, Times(rest, dr2, transposeB: true)), dr1);
        return [RawOps.ConcatV2([first, Times(q, dr2)], x.Rank - 1)];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (rows, columns) = (x.Shape[^2], x.Shape[^1]);
        var inner = kernel.Node.Attr("full_matrices", false) ? rows : Math.Min(rows, columns);
        var (q, r) = (kernel.Allocate(0, Matrix(Batch(x), rows, inner)), kernel.Allocate(1, Matrix(Batch(x), inner, columns)));
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var (fullQ, fullR) = HouseholderQr.Full(MatrixValues.Read(x, m, rows * columns), rows, columns);
            MatrixValues.Write(q, m, [.. Enumerable.Range(0, rows).SelectMany(i => fullQ[(i * rows)..((i * rows) + inner)])]);
            MatrixValues.Write(r, m, fullR.AsSpan(..(inner * columns)));
        }
    }

    /// <summary>The gradient where there are at least as many rows as columns.</summary>
    private static Tensor Deep(Tensor q, Tensor r, Tensor dq, Tensor dr)
    {
        var m = RawOps.Sub(Times(r, dr, transposeB: true), Times(dq, q, transposeA: true));
        var below = RawOps.Sub(RawOps.MatrixBandPart(m, -1, 0), RawOps.MatrixBandPart(m, 0, 0));
        var symmetric = RawOps.AddV2(RawOps.MatrixBandPart(m, -1, 0), T(below));
        var right = RawOps.AddV2(dq, Times(q, symmetric));
        return T(RawOps.MatrixTriangularSolve(r, T(right), lower: false));
    }

    private static Tensor Columns(Tensor x, int start, int end)
    {
        var (begin, size) = (new int[x.Rank], Enumerable.Repeat(-1, x.Rank).ToArray());
        (begin[^1], size[^1]) = (start, end - start);
        return RawOps.Slice(x, RawOps.Constant(begin), RawOps.Constant(size));
    }
}

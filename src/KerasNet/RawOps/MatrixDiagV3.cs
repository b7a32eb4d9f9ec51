using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Matrices with given diagonals; rows or columns of -1 are as many as the diagonals need.</summary>
    public static Tensor MatrixDiagV3(Tensor diagonal, Tensor k, Tensor rows, Tensor columns, Tensor padding, string align = "RIGHT_LEFT") =>
        Op<MatrixDiagV3Op>.Instance.Call1([diagonal, k, rows, columns, padding], ("align", align));
}

/// <summary>Matrices with given diagonals.</summary>
internal sealed class MatrixDiagV3Op : OpDefinition
{
    public override string Name => "MatrixDiagV3";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var (lower, upper) = Diagonals.Range(node, 1);
        var (rows, columns) = (PartialValue.Of(node.Inputs[2])[0], PartialValue.Of(node.Inputs[3])[0]);
        if (node.Inputs[2].IsConcrete && node.Inputs[3].IsConcrete && x.Shape[^1] >= 0)
        {
            var d = Resolve(x.Shape, lower, upper, rows, columns, string.Empty);
            (rows, columns) = (d.Rows, d.Columns);
        }

        return [new(x.DType, new TensorShape([.. Batch(x.Shape, lower, upper).Dims, rows, columns]))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.MatrixDiagPartV3(dy[0]!, node.Inputs[1], RawOps.Scalar(0, dy[0]!.DType), node.Attr("align", "RIGHT_LEFT")), null, null, null, null];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (lower, upper) = Diagonals.Range(kernel.Node, 1);
        var d = Resolve(x.Shape, lower, upper, NumberReader.Ints(kernel.Input(2))[0], NumberReader.Ints(kernel.Input(3))[0], kernel.Node.Attr("align", "RIGHT_LEFT"));
        var batch = Batch(x.Shape, lower, upper);
        var y = kernel.Allocate(0, new TensorShape([.. batch.Dims, d.Rows, d.Columns]));
        StridedCopy.Run(y.Shape.Dims, kernel.Input(4), 0, new long[y.Rank], y, 0, StridedCopy.Steps(y.Shape));
        for (var k = lower; k <= upper; k++)
        {
            StridedCopy.Run(
                [(int)batch.Size, d.Length(k)],
                x, ((upper - k) * d.Longest) + d.Offset(k), [d.Count * d.Longest, 1],
                y, (Math.Max(-k, 0) * d.Columns) + Math.Max(k, 0), [d.Rows * d.Columns, d.Columns + 1]);
        }
    }

    private static TensorShape Batch(TensorShape x, int lower, int upper) => x[..(lower == upper ? ^1 : ^2)];

    private static Diagonals Resolve(TensorShape x, int lower, int upper, int rows, int columns, string align)
    {
        // As many rows and columns as the longest diagonal needs; a square where neither is given.
        var (leastRows, leastColumns) = (x[^1] - Math.Min(upper, 0), x[^1] + Math.Max(lower, 0));
        (rows, columns) = (rows, columns) switch
        {
            (-1, -1) => (Math.Max(leastRows, leastColumns), Math.Max(leastRows, leastColumns)),
            (-1, _) => (leastRows, columns),
            (_, -1) => (rows, leastColumns),
            _ => (rows, columns),
        };
        return new Diagonals(lower, upper, rows, columns, align);
    }
}

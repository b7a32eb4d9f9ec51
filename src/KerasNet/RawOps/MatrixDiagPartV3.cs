using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Diagonals of matrices, in rows of equal length.</summary>
    public static Tensor MatrixDiagPartV3(Tensor x, Tensor k, Tensor padding, string align = "RIGHT_LEFT") =>
        Op<MatrixDiagPartV3Op>.Instance.Call1([x, k, padding], ("align", align));
}

/// <summary>Diagonals of matrices.</summary>
internal sealed class MatrixDiagPartV3Op : OpDefinition
{
    public override string Name => "MatrixDiagPartV3";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var (lower, upper) = Diagonals.Range(node, 1);
        if (x.Rank < 2)
        {
            throw node.Error($"expected matrices. Received: shape {x.Shape}.");
        }

        if (x.Shape[^1] < 0 || x.Shape[^2] < 0)
        {
            return [new(x.DType, new TensorShape([.. x.Shape[..^2].Dims, .. lower == upper ? [] : (int[])[upper - lower + 1], -1]))];
        }

        var d = Of(node, x.Shape, lower, upper);
        return [new(x.DType, Parts(x.Shape, d))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var back = RawOps.MatrixDiagV3(dy[0]!, node.Inputs[1], RawOps.Dim(x, x.Rank - 2), RawOps.Dim(x, x.Rank - 1), RawOps.Scalar(0, x.DType), node.Attr("align", "RIGHT_LEFT"));
        return [back, null, null];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (lower, upper) = Diagonals.Range(kernel.Node, 1);
        var d = Of(kernel.Node, x.Shape, lower, upper);
        var y = kernel.Allocate(0, Parts(x.Shape, d));
        StridedCopy.Run(y.Shape.Dims, kernel.Input(2), 0, new long[y.Rank], y, 0, StridedCopy.Steps(y.Shape));
        var batch = (int)x.Shape[..^2].Size;
        for (var k = lower; k <= upper; k++)
        {
            StridedCopy.Run(
                [batch, d.Length(k)],
                x, (Math.Max(-k, 0) * d.Columns) + Math.Max(k, 0), [d.Rows * d.Columns, d.Columns + 1],
                y, ((upper - k) * d.Longest) + d.Offset(k), [d.Count * d.Longest, 1]);
        }
    }

    private static Diagonals Of(Node node, TensorShape x, int lower, int upper)
    {
        var d = new Diagonals(lower, upper, x[^2], x[^1], node.Attr("align", "RIGHT_LEFT"));
        return (-x[^2] < lower && upper < x[^1]) || (lower == 0 && upper == 0)
            ? d
            : throw node.Error($"diagonals {lower} to {upper} lie outside matrices of shape {x}. Expected {1 - x[^2]} to {x[^1] - 1}.");
    }

    private static TensorShape Parts(TensorShape x, Diagonals d) =>
        new([.. x[..^2].Dims, .. d.Count == 1 ? [] : (int[])[d.Count], d.Longest]);
}

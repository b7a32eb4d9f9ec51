using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op over the matrices of the last two axes, of float32 or float64.</summary>
internal abstract class MatrixOp : OpDefinition
{
    /// <summary>Matrices of any size.</summary>
    protected static Tensor Matrices(Node node, int input = 0)
    {
        var x = node.Inputs[input];
        return x.Rank >= 2 && x.DType is DataType.Float32 or DataType.Float64
            ? x
            : throw node.Error($"expects matrices of float32 or float64. Received: {x.DType.Name()}, shape {x.Shape}.");
    }

    /// <summary>Square matrices.</summary>
    protected static Tensor Square(Node node) => Square(node, Matrices(node));

    protected static Tensor Square(Node node, Tensor x) => x.Shape[^1] < 0 || x.Shape[^2] < 0 || x.Shape[^1] == x.Shape[^2]
        ? x
        : throw node.Error($"Expected a square matrix. Received non-square input with shape {x.Shape}.");

    protected static TensorShape Batch(Tensor x) => x.Shape[..^2];

    protected static TensorShape Matrix(TensorShape batch, int rows, int columns) => batch.Concat(new TensorShape(rows, columns));

    /// <summary>The smaller of two sizes; unknown where either is.</summary>
    protected static int Least(int a, int b) => a < 0 || b < 0 ? -1 : Math.Min(a, b);

    /// <summary>The transposed matrices.</summary>
    protected static Tensor T(Tensor x) => RawOps.Transpose(x, [.. Enumerable.Range(0, x.Rank - 2), x.Rank - 1, x.Rank - 2]);

    /// <summary>A number for each matrix, as matrices of one element.</summary>
    protected static Tensor Each(Tensor x) => RawOps.ExpandDims(RawOps.ExpandDims(x, -1), -1);

    protected static Tensor Times(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false) => RawOps.BatchMatMulV2(a, b, transposeA, transposeB);

    protected static Tensor DiagonalOf(Tensor x) => RawOps.MatrixDiagPartV3(x, RawOps.Scalar(0), RawOps.Scalar(0, x.DType));

    protected static Tensor Diagonal(Tensor x) => RawOps.MatrixDiagV3(x, RawOps.Scalar(0), RawOps.Scalar(-1), RawOps.Scalar(-1), RawOps.Scalar(0, x.DType));

    /// <summary><c>1 / (b − a)</c> for each pair of numbers of a row, 0 where they are the same one.</summary>
    protected static Tensor Gaps(Tensor values)
    {
        var difference = RawOps.Sub(RawOps.ExpandDims(values, -2), RawOps.ExpandDims(values, -1));
        return RawOps.DivNoNan(RawOps.OnesLike(difference), difference);
    }
}

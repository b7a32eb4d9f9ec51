namespace KerasNet;

public static partial class Ops
{
    /// <summary>The lower triangle of matrices: zeros above diagonal <paramref name="k"/>.</summary>
    /// <remarks>Python: <c>keras.ops.tril</c>.</remarks>
    public static Tensor Tril(Tensor x, int k = 0) => Run("Tril", x, t => k >= 0 ? RawOps.MatrixBandPart(t, -1, k) : Below(t, k), ("k", k));

    /// <summary>What lies on or below a diagonal under the main one.</summary>
    private static Tensor Below(Tensor x, int k)
    {
        var (rows, columns) = Positions(x);
        return RawOps.SelectV2(RawOps.GreaterEqual(rows, RawOps.Sub(columns, RawOps.Scalar(k))), x, RawOps.Scalar(0, x.DType));
    }

    /// <summary>Row numbers as a column and column numbers as a row, for the matrices of the last two axes.</summary>
    private static (Tensor Rows, Tensor Columns) Positions(Tensor x) => (
        RawOps.ExpandDims(RawOps.Range(RawOps.Dim(x, x.Rank - 2)), -1),
        RawOps.Range(RawOps.Dim(x, x.Rank - 1)));
}

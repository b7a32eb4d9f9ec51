namespace KerasNet;

public static partial class Ops
{
    /// <summary>The upper triangle of matrices: zeros below diagonal <paramref name="k"/>.</summary>
    /// <remarks>Python: <c>keras.ops.triu</c>.</remarks>
    public static Tensor Triu(Tensor x, int k = 0) => Run("Triu", x, t => k <= 0 ? RawOps.MatrixBandPart(t, -k, -1) : Above(t, k), ("k", k));

    /// <summary>What lies on or above a diagonal over the main one.</summary>
    private static Tensor Above(Tensor x, int k)
    {
        var (rows, columns) = Positions(x);
        return RawOps.SelectV2(RawOps.LessEqual(rows, RawOps.Sub(columns, RawOps.Scalar(k))), x, RawOps.Scalar(0, x.DType));
    }
}

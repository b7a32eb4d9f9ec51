namespace KerasNet;

public static partial class Ops
{
    /// <summary>How many singular values of a matrix are larger than a bound.</summary>
    /// <remarks>Python: <c>keras.ops.matrix_rank</c>.</remarks>
    /// <param name="x">Matrices <c>(..., m, n)</c>.</param>
    /// <param name="tol">The bound; null: the largest singular value times the larger size times the type's precision.</param>
    public static Tensor MatrixRank(Tensor x, double? tol = null) => Run(
        "MatrixRank",
        x,
        t =>
        {
            var s = RawOps.Svd(AtLeast2D(t), computeUv: false).S;
            var bound = tol is { } given ? Number(given, s)
                : RawOps.Mul(RawOps.Max(s, RawOps.Constant(-1), keepDims: true), RawOps.Mul(Number(Precision(s.DType), s), RawOps.Cast(RawOps.Maximum(RawOps.Dim(t, t.Rank - 2), RawOps.Dim(t, t.Rank - 1)), s.DType)));
            return RawOps.Sum(RawOps.Cast(RawOps.Greater(s, bound), DataType.Int32), RawOps.Constant(-1));
        },
        ("tol", tol));

    /// <summary>The smallest number that makes a difference to 1.</summary>
    private static double Precision(DataType type) => type == DataType.Float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1;
}

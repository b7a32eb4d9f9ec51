namespace KerasNet;

public static partial class Ops
{
    /// <summary>Moore-Penrose inverses of matrices of any size.</summary>
    /// <remarks>Python: <c>keras.ops.pinv</c>.</remarks>
    /// <param name="x">Matrices <c>(..., m, n)</c>.</param>
    /// <param name="rcond">Singular values below this share of the largest count as zero; null: ten times the larger size times the type's precision.</param>
    public static Tensor Pinv(Tensor x, double? rcond = null) => Run(
        "Pinv",
        x,
        t =>
        {
            var (s, u, v) = RawOps.Svd(AtLeast2D(t));
            var share = rcond is { } given ? Number(given, s)
                : RawOps.Mul(Number(10 * Precision(s.DType), s), RawOps.Cast(RawOps.Maximum(RawOps.Dim(t, t.Rank - 2), RawOps.Dim(t, t.Rank - 1)), s.DType));
            var bound = RawOps.Mul(share, RawOps.Max(s, RawOps.Constant(-1), keepDims: true));
            var inverse = RawOps.SelectV2(RawOps.Greater(s, bound), RawOps.Reciprocal(RawOps.SelectV2(RawOps.Greater(s, bound), s, RawOps.OnesLike(s))), RawOps.ZerosLike(s));
            return RawOps.BatchMatMulV2(RawOps.Mul(v, RawOps.ExpandDims(inverse, -2)), u, adjointB: true);
        },
        ("rcond", rcond));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>The solution of least squares, and of least length among those: <c>a · x ≈ b</c>.</summary>
    /// <remarks>Python: <c>keras.ops.lstsq</c>.</remarks>
    /// <param name="a">A matrix <c>(m, n)</c>.</param>
    /// <param name="b">A right-hand side <c>(m,)</c>, or several as columns <c>(m, k)</c>.</param>
    /// <param name="rcond">Singular values below this share of the largest count as zero; null: the larger size times the type's precision.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Lstsq(Tensor a, Tensor b, double? rcond = null)
    {
        if (a.Rank != 2 || b.Rank is not (1 or 2))
        {
            throw new ArgumentException($"Expected a to have rank 2 and b rank 1 or 2. Received: a.shape={a.Shape}, b.shape={b.Shape}", nameof(a));
        }

        if (a.Shape[0] != b.Shape[0])
        {
            throw new ArgumentException($"Expected b.shape[0] to be equal to a.shape[0]. Received: a.shape={a.Shape}, b.shape={b.Shape}", nameof(b));
        }

        return Run(
            "Lstsq",
            a,
            b,
            (m, c) =>
            {
                (m, c) = Promote(m, c);
                var columns = c.Rank == 1 ? RawOps.ExpandDims(c, -1) : c;
                var (s, u, v) = RawOps.Svd(m);
                var share = rcond is { } given ? Number(given < 0 ? Precision(s.DType) : given, s)
                    : RawOps.Mul(Number(Precision(s.DType), s), RawOps.Cast(RawOps.Maximum(RawOps.Dim(m, 0), RawOps.Dim(m, 1)), s.DType));
                var kept = RawOps.GreaterEqual(s, RawOps.Mul(share, RawOps.Max(s, RawOps.Constant(0), keepDims: true)));
                var inverse = RawOps.SelectV2(kept, RawOps.Reciprocal(RawOps.SelectV2(kept, s, RawOps.OnesLike(s))), RawOps.ZerosLike(s));
                var x = RawOps.MatMul(v, RawOps.Mul(RawOps.ExpandDims(inverse, -1), RawOps.MatMul(u, columns, transposeA: true)));
                return c.Rank == 1 ? RawOps.Squeeze(x, 1) : x;
            },
            ("rcond", rcond));
    }
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Singular values in descending order, and vectors: <c>x = u · diag(s) · vh</c>. Without <paramref name="computeUv"/> the values alone.</summary>
    /// <remarks>Python: <c>keras.ops.svd</c>.</remarks>
    /// <param name="x">Matrices <c>(..., m, n)</c>.</param>
    /// <param name="fullMatrices">Whether u and vh are square.</param>
    /// <param name="computeUv">Whether the vectors are computed.</param>
    /// <example><c>var (u, s, vh) = Ops.Svd(x);</c></example>
    public static Tensors Svd(Tensor x, bool fullMatrices = true, bool computeUv = true)
    {
        var all = RunMany(
            "SVD",
            [x],
            t =>
            {
                var (s, u, v) = RawOps.Svd(AtLeast2D(t[0]), computeUv, fullMatrices);
                return computeUv ? [u, s, MatrixTransposed(v)] : [s];
            },
            ("full_matrices", fullMatrices),
            ("compute_uv", computeUv));
        return computeUv ? all : (Tensors)all[0];
    }
}

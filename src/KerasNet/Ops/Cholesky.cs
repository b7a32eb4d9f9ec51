namespace KerasNet;

public static partial class Ops
{
    /// <summary>The lower (or upper) triangles whose products with their transposes are the given positive definite matrices.</summary>
    /// <remarks>Python: <c>keras.ops.cholesky</c>.</remarks>
    /// <param name="x">Matrices <c>(..., n, n)</c>.</param>
    /// <param name="upper">Whether upper triangles are given.</param>
    /// <exception cref="ArgumentException">A matrix is not square, or not positive definite.</exception>
    public static Tensor Cholesky(Tensor x, bool upper = false) => Run(
        "Cholesky",
        x,
        t =>
        {
            var lower = RawOps.CheckNumerics(RawOps.Cholesky(Square2D(t)), "Cholesky decomposition failed: a matrix is not positive definite.");
            return upper ? MatrixTransposed(lower) : lower;
        },
        ("upper", upper));
}

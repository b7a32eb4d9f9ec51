namespace KerasNet;

public static partial class Ops
{
    /// <summary>Solutions of square systems of equations, <c>a · x = b</c>.</summary>
    /// <remarks>Python: <c>keras.ops.solve</c>.</remarks>
    /// <param name="a">Matrices <c>(..., n, n)</c>.</param>
    /// <param name="b">Right-hand sides <c>(..., n)</c>, or several as columns <c>(..., n, k)</c>.</param>
    public static Tensor Solve(Tensor a, Tensor b) => Run("Solve", a, b, static (s, t) => InColumns(s, t, static (m, c) => RawOps.MatrixSolve(m, c)));

    /// <summary>Solutions of triangular systems of equations; the other triangle is not read.</summary>
    /// <remarks>Python: <c>keras.ops.solve_triangular</c>.</remarks>
    /// <param name="a">Matrices <c>(..., n, n)</c>.</param>
    /// <param name="b">Right-hand sides <c>(..., n)</c>, or several as columns <c>(..., n, k)</c>.</param>
    /// <param name="lower">Whether the lower triangle counts.</param>
    public static Tensor SolveTriangular(Tensor a, Tensor b, bool lower = false) =>
        Run("SolveTriangular", a, b, (s, t) => InColumns(s, t, (m, c) => RawOps.MatrixTriangularSolve(m, c, lower)), ("lower", lower));

    private static Tensor InColumns(Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> solve)
    {
        CheckSystem(a, b);
        (a, b) = Promote(a, b);
        return b.Rank == a.Rank - 1 ? RawOps.Squeeze(solve(a, RawOps.ExpandDims(b, -1)), b.Rank) : solve(a, b);
    }
}

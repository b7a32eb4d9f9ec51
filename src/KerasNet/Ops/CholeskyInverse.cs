namespace KerasNet;

public static partial class Ops
{
    /// <summary>Inverses of the matrices whose Cholesky triangles are given.</summary>
    /// <remarks>Python: <c>keras.ops.cholesky_inverse</c>.</remarks>
    /// <param name="x">Triangles <c>(..., n, n)</c>.</param>
    /// <param name="upper">Whether they are upper ones.</param>
    public static Tensor CholeskyInverse(Tensor x, bool upper = false) => Run(
        "CholeskyInverse",
        x,
        t =>
        {
            var n = RawOps.Dim(Square2D(t), t.Rank - 1);
            var ones = RawOps.Fill(RawOps.Dims(n), RawOps.Scalar(1, t.DType));
            var identity = RawOps.MatrixDiagV3(ones, RawOps.Scalar(0), RawOps.Scalar(-1), RawOps.Scalar(-1), RawOps.Scalar(0, t.DType));
            var inverse = RawOps.MatrixTriangularSolve(t, identity, !upper);
            return upper ? RawOps.BatchMatMulV2(inverse, inverse, adjointB: true) : RawOps.BatchMatMulV2(inverse, inverse, adjointA: true);
        },
        ("upper", upper));
}

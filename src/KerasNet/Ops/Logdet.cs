namespace KerasNet;

public static partial class Ops
{
    /// <summary>Logarithms of the determinants of positive definite matrices.</summary>
    /// <remarks>Python: <c>keras.ops.logdet</c>.</remarks>
    public static Tensor Logdet(Tensor x) => Run("Logdet", x, static t =>
    {
        // From Cholesky's triangle: twice the sum of the logarithms on its diagonal.
        var diagonal = RawOps.MatrixDiagPartV3(RawOps.Cholesky(Square2D(t)), RawOps.Scalar(0), RawOps.Scalar(0, t.DType));
        return RawOps.Mul(Number(2, t), RawOps.Sum(RawOps.Log(diagonal), RawOps.Constant(-1)));
    });
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Correlations of the rows of a matrix with each other.</summary>
    /// <remarks>Python: <c>keras.ops.corrcoef</c>.</remarks>
    /// <param name="x">Rows of samples <c>(variables, samples)</c>.</param>
    public static Tensor Corrcoef(Tensor x) => Run("Corrcoef", x, static t =>
    {
        var wide = ToWideFloat(t);
        if (wide.Rank == 0)
        {
            return Number(double.NaN, wide);
        }

        var centred = RawOps.Sub(wide, RawOps.Mean(wide, RawOps.Constant(-1), keepDims: true));
        var rows = centred.Rank == 1 ? RawOps.ExpandDims(centred, 0) : centred;
        var products = RawOps.BatchMatMulV2(rows, rows, adjointB: true);
        var spread = RawOps.Sqrt(RawOps.MatrixDiagPartV3(products, RawOps.Scalar(0), RawOps.Scalar(0, wide.DType)));
        var both = RawOps.Mul(RawOps.ExpandDims(spread, -1), RawOps.ExpandDims(spread, -2));
        var correlation = RawOps.ClipByValue(RawOps.RealDiv(products, both), Number(-1, wide), Number(1, wide));
        return wide.Rank == 1 ? RawOps.Reshape(correlation, TensorShape.Scalar) : correlation;
    });
}

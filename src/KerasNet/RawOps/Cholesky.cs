using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Lower triangles whose products with their transposes are the matrices; only the lower triangles of these are read.</summary>
    public static Tensor Cholesky(Tensor x) => Op<CholeskyOp>.Instance.Call1([x]);
}

/// <summary>Cholesky's decomposition of positive definite matrices; NaN for others.</summary>
internal sealed class CholeskyOp : MatrixOp
{
    public override string Name => "Cholesky";

    public override TensorSpec[] Infer(Node node) => [new(Square(node).DType, node.Inputs[0].Shape)];

    // Murray, Differentiation of the Cholesky decomposition, 2016.
    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var l = node.Outputs[0];
        var product = Times(l, dy[0]!, transposeA: true);
        var lower = RawOps.MatrixBandPart(product, -1, 0);
        var middle = RawOps.Sub(lower, RawOps.Mul(RawOps.Scalar(0.5, l.DType), RawOps.MatrixBandPart(product, 0, 0)));
        var left = RawOps.MatrixTriangularSolve(l, middle, lower: true, adjoint: true);
        var s = T(RawOps.MatrixTriangularSolve(l, T(left), lower: true, adjoint: true));
        return [RawOps.Mul(RawOps.Scalar(0.5, l.DType), RawOps.AddV2(s, T(s)))];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (y, n) = (kernel.Allocate(0, x.Shape), x.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            MatrixValues.Write(y, m, Factor(MatrixValues.Read(x, m, n * n), n));
        }
    }

    private static double[] Factor(double[] a, int n)
    {
        var l = new double[n * n];
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var sum = a[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= l[(i * n) + k] * l[(j * n) + k];
                }

                l[(i * n) + j] = i == j ? Math.Sqrt(sum > 0 ? sum : double.NaN) : sum / l[(j * n) + j];
            }
        }

        if (Array.Exists(l, double.IsNaN))
        {
            Array.Fill(l, double.NaN);
        }

        return l;
    }
}

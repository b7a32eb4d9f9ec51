using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of decompositions, inverses, determinants and systems of equations.</summary>
internal sealed class DecompositionGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases() => [.. Squares(), .. Systems(), .. Rectangles()];

    private static IEnumerable<GradientCase> Squares()
    {
        foreach (TensorShape shape in new TensorShape[] { (3, 3), (2, 3, 3) })
        {
            var batched = shape.Rank > 2;
            yield return new($"Cholesky {shape}", x => RawOps.Cholesky(Definite(x[0])), Sample(shape)) { UnknownBatch = batched, SecondOrder = true, Tolerance = 1e-5 };
            yield return new($"MatrixInverse {shape}", x => RawOps.MatrixInverse(Definite(x[0])), Sample(shape)) { UnknownBatch = batched, SecondOrder = true, Tolerance = 1e-5 };
            yield return new($"MatrixDeterminant {shape}", x => RawOps.MatrixDeterminant(x[0]), Sample(shape)) { UnknownBatch = batched, SecondOrder = true };
            yield return new($"LogMatrixDeterminant {shape}", x => RawOps.LogMatrixDeterminant(Definite(x[0])).Log, Sample(shape)) { UnknownBatch = batched, SecondOrder = true, Tolerance = 1e-5 };
            yield return new($"SelfAdjointEigV2 {shape}, values", x => RawOps.SelfAdjointEigV2(Apart(x[0])).Values, Sample(shape)) { UnknownBatch = batched, Tolerance = 1e-5 };

            // The sign of a vector is anybody's; its square is not.
            yield return new($"SelfAdjointEigV2 {shape}, vectors", x => RawOps.Square(RawOps.SelfAdjointEigV2(Apart(x[0])).Vectors), Sample(shape)) { UnknownBatch = batched, Tolerance = 1e-5 };
        }
    }

    private static IEnumerable<GradientCase> Systems()
    {
        foreach (var adjoint in new[] { false, true })
        {
            yield return new($"MatrixSolve {adjoint}", x => RawOps.MatrixSolve(Definite(x[0]), x[1], adjoint), Sample((2, 3, 3)), Sample((2, 3, 2), seed: 2)) { UnknownBatch = true, SecondOrder = true, Tolerance = 1e-5 };
            foreach (var lower in new[] { false, true })
            {
                foreach (var (a, b) in new (TensorShape, TensorShape)[] { ((3, 3), (3, 2)), ((2, 3, 3), (2, 3, 1)), ((3, 3), (2, 3, 2)), ((2, 1, 3, 3), (3, 3, 2)) })
                {
                    yield return new($"MatrixTriangularSolve {a} {b} {lower} {adjoint}", x => RawOps.MatrixTriangularSolve(Apart(x[0]), x[1], lower, adjoint), Sample(a), Sample(b, seed: 2)) { SecondOrder = true, Tolerance = 1e-5 };
                }
            }
        }
    }

    private static IEnumerable<GradientCase> Rectangles()
    {
        foreach (TensorShape shape in new TensorShape[] { (3, 3), (4, 2), (2, 4, 3), (2, 4), (2, 3, 4) })
        {
            yield return new($"Qr {shape}, Q", x => RawOps.Qr(x[0]).Q, Sample(shape)) { Tolerance = 1e-5 };
            yield return new($"Qr {shape}, R", x => RawOps.Qr(x[0]).R, Sample(shape)) { Tolerance = 1e-5 };
            yield return new($"Svd {shape}, values", x => RawOps.Svd(x[0]).S, Sample(shape)) { Tolerance = 1e-5 };
            yield return new($"Svd {shape}, values alone", x => RawOps.Svd(x[0], computeUv: false).S, Sample(shape)) { Tolerance = 1e-5 };
            yield return new($"Svd {shape}, U", x => RawOps.Square(RawOps.Svd(x[0]).U), Sample(shape)) { Tolerance = 1e-4 };
            yield return new($"Svd {shape}, V", x => RawOps.Square(RawOps.Svd(x[0]).V), Sample(shape)) { Tolerance = 1e-4 };
        }

        yield return new("Svd, full and square", x => RawOps.Square(RawOps.Svd(x[0], fullMatrices: true).U), Sample((3, 3))) { Tolerance = 1e-4 };
        yield return new("Svd, values of full matrices", x => RawOps.Svd(x[0], fullMatrices: true).S, Sample((3, 2))) { Tolerance = 1e-5 };
        yield return new("Qr, full and square", x => RawOps.Qr(x[0], fullMatrices: true).Q, Sample((3, 3))) { Tolerance = 1e-5 };
    }

    /// <summary>A symmetric matrix far from singular.</summary>
    private static Tensor Definite(Tensor x) => RawOps.AddV2(RawOps.BatchMatMulV2(x, x, adjointB: true), Diagonal(1, 1, 1));

    /// <summary>A matrix whose eigenvalues lie apart, and whose diagonal is far from zero.</summary>
    private static Tensor Apart(Tensor x) => RawOps.AddV2(RawOps.Mul(x, RawOps.Scalar(0.3, DataType.Float64)), Diagonal(1, 2.5, 4.5));

    private static Tensor Diagonal(double a, double b, double c) => Tensor.Create<double>([a, 0, 0, 0, b, 0, 0, 0, c], (3, 3));
}

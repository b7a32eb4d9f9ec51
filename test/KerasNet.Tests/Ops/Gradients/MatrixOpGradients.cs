using static KerasNet.Tests.OpGradient;

namespace KerasNet.Tests;

/// <summary>Products, decompositions and Fourier transforms.</summary>
internal sealed class MatrixOpGradients : IOpGradients
{
    public IEnumerable<OpGradient> Cases() =>
    [
        new("MatMul", x => Ops.MatMul(x[0], x[1]), S((2, 2, 3)), S((3, 2), seed: 2)),
        new("Dot", x => Ops.Dot(x[0], x[1]), S((2, 3)), S((2, 3, 2), seed: 2)),
        new("Dot", x => Ops.Dot(x[0], x[1]), S((2, 3)), S(TensorShape.Scalar, seed: 2)),
        new("Inner", x => Ops.Inner(x[0], x[1]), S((2, 3)), S((2, 3), seed: 2)),
        new("Vdot", x => Ops.Vdot(x[0], x[1]), S((2, 3)), S((2, 3), seed: 2)),
        new("Outer", x => Ops.Outer(x[0], x[1]), S(2), S(3, seed: 2)),
        new("Kron", x => Ops.Kron(x[0], x[1]), S((2, 3)), S((2, 1), seed: 2)),
        new("Cross", x => Ops.Cross(x[0], x[1]), S((2, 3)), S(3, seed: 2)),
        new("Tensordot", x => Ops.Tensordot(x[0], x[1], ([2], [0])), S((2, 1, 3)), S((3, 2), seed: 2)),
        new("Einsum", x => Ops.Einsum("...ij,jk->...ik", x[0], x[1]), S((2, 2, 3)), S((3, 2), seed: 2)),
        new("Einsum", x => Ops.Einsum("ab,bc,cd->da", x[0], x[1], x[2]), S((2, 3)), S((3, 2), seed: 2), S((2, 2), seed: 3)),
        new("Det", x => Ops.Det(Near(x[0])), S((2, 3, 3))),
        new("Inv", x => Ops.Inv(Near(x[0])), S((2, 3, 3))),
        new("Cholesky", x => Ops.Cholesky(Positive(x[0])), S((2, 3, 3))),
        new("Cholesky", x => Ops.Cholesky(Positive(x[0]), upper: true), S((3, 3))),
        new("CholeskyInverse", x => Ops.CholeskyInverse(Ops.Cholesky(Positive(x[0]))), S((3, 3))),
        new("Logdet", x => Ops.Logdet(Positive(x[0])), S((2, 3, 3))),
        new("Slogdet", x => Ops.Slogdet(Near(x[0])).Item2, S((2, 3, 3))),
        new("Eigh", x => Ops.Eigh(Positive(x[0])).Item1, S((3, 3))),
        new("Eigh", x => Ops.Square(Ops.Eigh(Positive(x[0])).Item2), S((3, 3))),
        new("Qr", x => Join(Ops.Qr(x[0])), S((4, 3))),
        new("Svd", x => Ops.Svd(x[0], fullMatrices: false, computeUv: false)[0], S((3, 4))),
        new("Svd", x => Ops.Square(Ops.Svd(x[0], fullMatrices: false)[0]), S((3, 4))),
        new("Pinv", x => Ops.Pinv(x[0]), S((4, 3))),
        new("Lstsq", x => Ops.Lstsq(x[0], x[1]), S((4, 3)), S((4, 2), seed: 2)),
        new("Solve", x => Ops.Solve(Near(x[0]), x[1]), S((2, 3, 3)), S((2, 3, 2), seed: 2)),
        new("SolveTriangular", x => Ops.SolveTriangular(Near(x[0]), x[1], lower: true), S((3, 3)), S((3, 2), seed: 2)),
        new("Norm", x => Ops.Norm(x[0]), S((2, 3))),
        new("Norm", x => Ops.Norm(x[0], 3, axis: 1), S((2, 3), 0.2, 1)),
        new("Norm", x => Ops.Norm(x[0], "nuc"), S((2, 3))),
        new("Norm", x => Ops.Norm(x[0], 2), S((2, 3))),
        new("Fft", x => Join(Ops.Fft((x[0], x[1]))), S((2, 4)), S((2, 4), seed: 2)),
        new("Fft2", x => Join(Ops.Fft2((x[0], x[1]))), S((2, 3, 4)), S((2, 3, 4), seed: 2)),
        new("Ifft2", x => Join(Ops.Ifft2((x[0], x[1]))), S((2, 3, 4)), S((2, 3, 4), seed: 2)),
        new("Rfft", x => Join(Ops.Rfft(x[0])), S((2, 5))),
        new("Irfft", x => Ops.Irfft((x[0], x[1])), S((2, 3)), S((2, 3), seed: 2)),
        new("Stft", x => Join(Ops.Stft(x[0], 4, 2, 8)), S((2, 12))),
        new("Istft", x => Ops.Istft((x[0], x[1]), 4, 2, 4), S((4, 3)), S((4, 3), seed: 2)),
    ];

    /// <summary>A matrix near three times the unit matrix: it has an inverse.</summary>
    private static Tensor Near(Tensor x) => x + (Ops.Eye(x.Shape[^1], dtype: x.DType) * 3);

    /// <summary>A symmetric matrix with eigenvalues above 0, at a distance of each other.</summary>
    private static Tensor Positive(Tensor x) => (Ops.MatMul(x, Ops.Transpose(x, x.Rank == 2 ? [1, 0] : [0, 2, 1])) * 0.3) + Ops.Diag(Tensor.Create<double>([1, 2, 3.5], 3));
}

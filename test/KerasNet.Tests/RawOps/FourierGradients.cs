using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of complex numbers and Fourier transforms: each as a function of real numbers.</summary>
internal sealed class FourierGradients : IGradientCases
{
    public IEnumerable<GradientCase> Cases()
    {
        foreach (var (shape, unknown) in new (TensorShape, bool)[] { ((2, 5), true), ((2, 6), false), ((2, 3, 4), true) })
        {
            GradientCase Both(string name, Func<Tensor, Tensor> f) =>
                new($"{name} {shape}", x => Parts(f(RawOps.Complex(x[0], x[1]))), Sample(shape), Sample(shape, seed: 2)) { UnknownBatch = unknown, SecondOrder = true, Tolerance = 1e-5 };
            yield return Both("Conj", c => RawOps.Conj(c));
            yield return Both("AddV2 and Mul of Complex", c => RawOps.Mul(RawOps.AddV2(c, RawOps.Conj(c)), c));
            yield return Both("FFT", c => RawOps.FFT(c));
            yield return Both("FFT2D", c => RawOps.FFT2D(c));
            foreach (var length in new[] { 3, 4, 8 })
            {
                yield return new($"RFFT {shape} {length}", x => Parts(RawOps.RFFT(RawOps.Fitted(x[0], RawOps.Scalar(length)), RawOps.Constant([length]))), Sample(shape)) { UnknownBatch = unknown, SecondOrder = true, Tolerance = 1e-5 };
                yield return new($"IRFFT {shape} {length}", x => RawOps.IRFFT(RawOps.Complex(RawOps.Fitted(x[0], RawOps.Scalar((length / 2) + 1)), RawOps.Fitted(x[1], RawOps.Scalar((length / 2) + 1))), RawOps.Constant([length])), Sample(shape), Sample(shape, seed: 2))
                { UnknownBatch = unknown, SecondOrder = true, Tolerance = 1e-5 };
            }

            yield return new($"RFFT cuts {shape}", x => Parts(RawOps.RFFT(x[0], RawOps.Constant([4]))), Sample(shape)) { UnknownBatch = unknown };
        }

        foreach (var shape in new TensorShape[] { 4, (2, 3) })
        {
            yield return new($"BesselI0 {shape}", x => RawOps.BesselI0(x[0]), Sample(shape, -2, 2)) { SecondOrder = true, UnknownBatch = true };
            yield return new($"BesselI1 {shape}", x => RawOps.BesselI1(x[0]), Sample(shape, -2, 2)) { SecondOrder = true, UnknownBatch = true };
            yield return new($"NextAfter {shape}", x => RawOps.NextAfter(x[0], RawOps.StopGradient(x[1])), Sample(shape), Sample(shape, seed: 2)) { UnknownBatch = true };
        }

        var ids = Tensor.Create([1, -1, 0, 1], 4);
        yield return new("UnsortedSegmentProd", x => RawOps.UnsortedSegmentProd(x[0], x[1], RawOps.Scalar(3)), Sample((4, 2)), ids) { UnknownBatch = true };
        yield return new("UnsortedSegmentProd with a zero", x => RawOps.UnsortedSegmentProd(x[0], x[1], RawOps.Scalar(3)), Tensor.Create<double>([0, 2, 3, 4], 4), ids) { UnknownBatch = true };
        yield return new("UnsortedSegmentProd with two zeros", x => RawOps.UnsortedSegmentProd(x[0], x[1], RawOps.Scalar(3)), Tensor.Create<double>([0, 2, 3, 0], 4), ids) { UnknownBatch = true };
    }

    /// <summary>Real and imaginary parts, differently weighted.</summary>
    private static Tensor Parts(Tensor c) => RawOps.AddV2(RawOps.Real(c), RawOps.Mul(RawOps.Scalar(1.7, DataType.Float64), RawOps.Imag(c)));
}

namespace KerasNet;

public static partial class Ops
{
    /// <summary>The first half of the Fourier transforms of real rows; the other half is its conjugate mirror image.</summary>
    /// <remarks>Python: <c>keras.ops.rfft</c>.</remarks>
    /// <param name="x">Rows <c>(..., time)</c>.</param>
    /// <param name="fftLength">Length to which rows are cut or filled with zeros; null: their own.</param>
    /// <returns>Real and imaginary parts <c>(..., fftLength / 2 + 1)</c>.</returns>
    public static (Tensor Real, Tensor Imag) Rfft(Tensor x, int? fftLength = null)
    {
        CheckLength(x, fftLength);
        var both = RunMany(
            "RFFT",
            [x],
            t =>
            {
                // TensorFlow's kernel cuts rows, but does not fill them.
                var rows = AtLeastFloat32(ToFloat(Narrowed(t[0])));
                var y = fftLength is { } n
                    ? RawOps.RFFT(rows.Shape[^1] >= n ? rows : RawOps.Fitted(rows, RawOps.Scalar(n)), RawOps.Constant([n]))
                    : RawOps.RFFT(rows, RawOps.Dims(RawOps.Dim(rows, rows.Rank - 1)));
                return [RawOps.Real(y), RawOps.Imag(y)];
            },
            ("fft_length", fftLength));
        return (both[0], both[1]);
    }

    /// <summary>Real rows whose Fourier transforms begin with the given halves.</summary>
    /// <remarks>Python: <c>keras.ops.irfft</c>.</remarks>
    /// <param name="x">Real and imaginary parts, of one shape <c>(..., n)</c>.</param>
    /// <param name="fftLength">Length of the rows; null: 2 · (n - 1).</param>
    public static Tensor Irfft((Tensor Real, Tensor Imag) x, int? fftLength = null)
    {
        CheckParts(x);
        CheckLength(x.Real, fftLength);
        return Run(
            "IRFFT",
            [x.Real, x.Imag],
            t =>
            {
                var length = fftLength is { } n ? RawOps.Scalar(n) : RawOps.Mul(RawOps.Scalar(2), RawOps.Sub(RawOps.Dim(t[0], t[0].Rank - 1), RawOps.Scalar(1)));
                var half = fftLength is { } given && (t[0].Shape[^1] < (given / 2) + 1);
                Tensor Filled(Tensor part) => half ? RawOps.Fitted(part, RawOps.Scalar((fftLength!.Value / 2) + 1)) : part;
                return RawOps.IRFFT(ComplexOf(Filled(t[0]), Filled(t[1])), RawOps.Dims(length));
            },
            ("fft_length", fftLength));
    }

    private static void CheckLength(Tensor x, int? fftLength)
    {
        if (x.Rank < 1)
        {
            throw new ArgumentException($"Input should have rank >= 1. Received: input.shape = {x.Shape}", nameof(x));
        }

        if (fftLength is <= 0)
        {
            throw new ArgumentException($"`fft_length` must be a positive integer. Received: fft_length={fftLength}", nameof(fftLength));
        }
    }
}

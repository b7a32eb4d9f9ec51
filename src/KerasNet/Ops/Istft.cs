namespace KerasNet;

public static partial class Ops
{
    /// <summary>Rows of which the given numbers are the Fourier transforms of stretches: the way back of <see cref="Stft(Tensor, int, int, int, string, bool)"/>.</summary>
    /// <remarks>Python: <c>keras.ops.istft</c>.</remarks>
    /// <param name="x">Real and imaginary parts <c>(..., stretches, fftLength / 2 + 1)</c>.</param>
    /// <param name="sequenceLength">Length of a stretch.</param>
    /// <param name="sequenceStride">Distance of their starts.</param>
    /// <param name="fftLength">Length of the transforms.</param>
    /// <param name="length">Length of the result; null: what the stretches give.</param>
    /// <param name="window"><c>hann</c>, <c>hamming</c>, or null for none.</param>
    /// <param name="center">Whether the first stretch has its middle at the beginning.</param>
    /// <exception cref="ArgumentException">A length, the stride or the window does not fit.</exception>
    public static Tensor Istft((Tensor Real, Tensor Imag) x, int sequenceLength, int sequenceStride, int fftLength, int? length = null, string? window = "hann", bool center = true) =>
        FromStretches(x, sequenceLength, sequenceStride, fftLength, length, NamedWindow(window, sequenceLength), window, center);

    /// <summary>Rows of which the given numbers are the Fourier transforms of stretches under a window of one's own.</summary>
    /// <remarks>Python: <c>keras.ops.istft</c>.</remarks>
    /// <param name="x">Real and imaginary parts <c>(..., stretches, fftLength / 2 + 1)</c>.</param>
    /// <param name="sequenceLength">Length of a stretch.</param>
    /// <param name="sequenceStride">Distance of their starts.</param>
    /// <param name="fftLength">Length of the transforms.</param>
    /// <param name="window">The window <c>(sequenceLength,)</c>.</param>
    /// <param name="length">Length of the result; null: what the stretches give.</param>
    /// <param name="center">Whether the first stretch has its middle at the beginning.</param>
    /// <exception cref="ArgumentException">A length, the stride or the window does not fit.</exception>
    public static Tensor Istft((Tensor Real, Tensor Imag) x, int sequenceLength, int sequenceStride, int fftLength, Tensor window, int? length = null, bool center = true) =>
        FromStretches(x, sequenceLength, sequenceStride, fftLength, length, window, window, center);

    private static Tensor FromStretches((Tensor Real, Tensor Imag) x, int sequenceLength, int sequenceStride, int fftLength, int? length, Tensor? window, object? named, bool center)
    {
        CheckParts(x);
        CheckStretches(sequenceLength, sequenceStride, window);
        if (x.Real.Rank < 2)
        {
            throw new ArgumentException($"Input should have rank >= 2. Received: input.shape = {x.Real.Shape}", nameof(x));
        }

        return Run(
            "ISTFT",
            [x.Real, x.Imag],
            t =>
            {
                var stretches = RawOps.IRFFT(ComplexOf(t[0], t[1]), RawOps.Constant([fftLength]));
                stretches = window is null ? stretches : RawOps.Mul(stretches, Evened(Centred(RawOps.Cast(window, stretches.DType), sequenceLength, fftLength), fftLength, sequenceStride));
                var rows = Overlapped(stretches, fftLength, sequenceStride);
                var start = center ? fftLength / 2 : 0;
                Index end = length is { } wanted ? start + wanted : ^(center ? fftLength / 2 : 0);
                return GetItem(rows, Ellipsis, start..end);
            },
            ("sequence_length", sequenceLength),
            ("sequence_stride", sequenceStride),
            ("fft_length", fftLength),
            ("length", length),
            ("window", named),
            ("center", center));
    }

    /// <summary>The window divided by the sum of the squares of all that overlap it.</summary>
    private static Tensor Evened(Tensor window, int length, int stride)
    {
        var overlaps = (length + stride - 1) / stride;
        var squares = RawOps.Pad(RawOps.Square(window), RawOps.Reshape(RawOps.Constant(0, (overlaps * stride) - length), RawOps.Constant(1, 2)));
        var sums = RawOps.Sum(RawOps.Reshape(squares, RawOps.Constant(overlaps, stride)), RawOps.Constant(0), keepDims: true);
        var all = RawOps.Reshape(RawOps.Tile(sums, RawOps.Constant(overlaps, 1)), RawOps.Constant(-1));
        return RawOps.RealDiv(window, RawOps.Slice(all, RawOps.Constant([0]), RawOps.Constant([length])));
    }

    /// <summary>Stretches <c>(..., n, length)</c> added up where they overlap.</summary>
    private static Tensor Overlapped(Tensor x, int length, int stride)
    {
        var dims = RawOps.DimsOf(x);
        var count = dims[^2];
        var total = RawOps.AddV2(RawOps.Scalar(length), RawOps.Mul(RawOps.Scalar(stride), RawOps.Sub(count, RawOps.Scalar(1))));
        var places = RawOps.AddV2(RawOps.ExpandDims(RawOps.Mul(RawOps.Range(count), RawOps.Scalar(stride)), -1), RawOps.Range(RawOps.Scalar(length)));
        var batch = x.Rank - 2;
        var first = RawOps.Transpose(x, [batch, batch + 1, .. Enumerable.Range(0, batch)]);
        var sums = RawOps.UnsortedSegmentSum(first, places, total);
        return RawOps.Transpose(sums, [.. Enumerable.Range(1, batch), 0]);
    }
}

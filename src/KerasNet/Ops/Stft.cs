namespace KerasNet;

public static partial class Ops
{
    /// <summary>Fourier transforms of stretches of the last axis, each under a window.</summary>
    /// <remarks>Python: <c>keras.ops.stft</c>.</remarks>
    /// <param name="x">Rows <c>(..., time)</c> of float32 or float64.</param>
    /// <param name="sequenceLength">Length of a stretch.</param>
    /// <param name="sequenceStride">Distance of their starts.</param>
    /// <param name="fftLength">Length of the transforms, not less than that of a stretch.</param>
    /// <param name="window"><c>hann</c>, <c>hamming</c>, or null for none.</param>
    /// <param name="center">Whether the rows are continued as mirror images, so that the first stretch has its middle at their beginning.</param>
    /// <returns>Real and imaginary parts <c>(..., stretches, fftLength / 2 + 1)</c>.</returns>
    /// <exception cref="ArgumentException">A length, the stride, the type or the window does not fit.</exception>
    public static (Tensor Real, Tensor Imag) Stft(Tensor x, int sequenceLength, int sequenceStride, int fftLength, string? window = "hann", bool center = true) =>
        ShortTime(x, sequenceLength, sequenceStride, fftLength, NamedWindow(window, sequenceLength), window, center);

    /// <summary>Fourier transforms of stretches of the last axis, each under a window of one's own.</summary>
    /// <remarks>Python: <c>keras.ops.stft</c>.</remarks>
    /// <param name="x">Rows <c>(..., time)</c> of float32 or float64.</param>
    /// <param name="sequenceLength">Length of a stretch.</param>
    /// <param name="sequenceStride">Distance of their starts.</param>
    /// <param name="fftLength">Length of the transforms, not less than that of a stretch.</param>
    /// <param name="window">The window <c>(sequenceLength,)</c>.</param>
    /// <param name="center">Whether the rows are continued as mirror images, so that the first stretch has its middle at their beginning.</param>
    /// <returns>Real and imaginary parts <c>(..., stretches, fftLength / 2 + 1)</c>.</returns>
    /// <exception cref="ArgumentException">A length, the stride, the type or the window does not fit.</exception>
    public static (Tensor Real, Tensor Imag) Stft(Tensor x, int sequenceLength, int sequenceStride, int fftLength, Tensor window, bool center = true) =>
        ShortTime(x, sequenceLength, sequenceStride, fftLength, window, window, center);

    private static (Tensor Real, Tensor Imag) ShortTime(Tensor x, int sequenceLength, int sequenceStride, int fftLength, Tensor? window, object? named, bool center)
    {
        if (x.DType is not (DataType.Float32 or DataType.Float64))
        {
            throw new ArgumentException($"Invalid input type. Expected `float32` or `float64`. Received: input type={x.DType.Name()}", nameof(x));
        }

        if (fftLength < sequenceLength)
        {
            throw new ArgumentException($"`fft_length` must equal or larger than `sequence_length`. Received: sequence_length={sequenceLength}, fft_length={fftLength}", nameof(fftLength));
        }

        CheckStretches(sequenceLength, sequenceStride, window);
        var both = RunMany(
            "STFT",
            [x],
            t =>
            {
                var rows = center ? Mirrored(t[0], fftLength / 2) : t[0];
                var stretches = Stretches(rows, fftLength, sequenceStride);
                stretches = window is null ? stretches : RawOps.Mul(stretches, Centred(RawOps.Cast(window, t[0].DType), sequenceLength, fftLength));
                var y = RawOps.RFFT(stretches, RawOps.Constant([fftLength]));
                return [RawOps.Real(y), RawOps.Imag(y)];
            },
            ("sequence_length", sequenceLength),
            ("sequence_stride", sequenceStride),
            ("fft_length", fftLength),
            ("window", named),
            ("center", center));
        return (both[0], both[1]);
    }

    private static void CheckStretches(int sequenceLength, int sequenceStride, Tensor? window)
    {
        if (sequenceLength <= 0 || sequenceStride <= 0)
        {
            throw new ArgumentException($"`sequence_length` and `sequence_stride` must be positive integers. Received: sequence_length={sequenceLength}, sequence_stride={sequenceStride}", nameof(sequenceStride));
        }

        if (window is not null && (window.Rank != 1 || (window.Shape[0] >= 0 && window.Shape[0] != sequenceLength)))
        {
            throw new ArgumentException($"The shape of `window` must be equal to [sequence_length]. Received: window shape={window.Shape}", nameof(window));
        }
    }

    private static Tensor? NamedWindow(string? name, int length)
    {
        if (name is not (null or "hann" or "hamming"))
        {
            throw new ArgumentException($"If a string is passed to `window`, it must be one of `\"hann\"`, `\"hamming\"`. Received: window={name}", nameof(name));
        }

        if (name is null || length <= 0)
        {
            return null;
        }

        // As TensorFlow has it, a window of even length is the beginning of one that is longer by 1.
        var (level, last) = (name == "hann" ? 0.5 : 0.54, length % 2 == 0 ? length : length - 1);
        return Tensor.Create<double>([.. Enumerable.Range(0, length).Select(i => length == 1 ? 1 : level - ((1 - level) * Math.Cos(2 * Math.PI * i / last)))], length);
    }

    /// <summary>A window with zeros on both sides.</summary>
    private static Tensor Centred(Tensor window, int length, int wanted)
    {
        var left = (wanted - length) / 2;
        return RawOps.Pad(window, RawOps.Reshape(RawOps.Constant(left, wanted - length - left), RawOps.Constant(1, 2)));
    }

    private static Tensor Mirrored(Tensor x, int margin)
    {
        var margins = new int[2 * x.Rank];
        margins[^1] = margins[^2] = margin;
        return RawOps.MirrorPad(x, RawOps.Reshape(RawOps.Constant(margins), RawOps.Constant(x.Rank, 2)), "REFLECT");
    }
}

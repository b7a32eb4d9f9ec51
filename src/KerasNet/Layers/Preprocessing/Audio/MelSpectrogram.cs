using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Spectrograms of signals on the mel scale, on which equal distances sound equal.</summary>
/// <remarks>Python: <c>keras.layers.MelSpectrogram</c>. Input <c>(time,)</c> or <c>(batch, time)</c>, output <c>(numMelBins, frames)</c> or <c>(batch, numMelBins, frames)</c>.</remarks>
/// <param name="fftLength">Length of the transform.</param>
/// <param name="sequenceStride">Distance of frames.</param>
/// <param name="sequenceLength">Length of a frame; null: that of the transform.</param>
/// <param name="window"><c>hann</c> or <c>hamming</c>.</param>
/// <param name="samplingRate">Samples in a second.</param>
/// <param name="numMelBins">Number of mel frequencies.</param>
/// <param name="minFreq">Lowest frequency, in hertz.</param>
/// <param name="maxFreq">Highest frequency; null: half of the sampling rate.</param>
/// <param name="powerToDb">Whether the result is in decibels.</param>
/// <param name="topDb">How many decibels below the largest one is the smallest.</param>
/// <param name="magExp">Exponent of the magnitude: 1 for energy, 2 for power.</param>
/// <param name="minPower">Smallest power, for decibels.</param>
/// <param name="refPower">The power that is 0 decibels.</param>
/// <exception cref="ArgumentException">A frame is longer than the transform, or a number is not positive.</exception>
public sealed class MelSpectrogram(
    int fftLength = 2048, int sequenceStride = 512, int? sequenceLength = null, string window = "hann", int samplingRate = 16000, int numMelBins = 128, double minFreq = 20.0, double? maxFreq = null,
    bool powerToDb = true, double topDb = 80.0, double magExp = 2.0, double minPower = 1e-10, double refPower = 1.0) : Layer
{
    /// <summary>Length of the transform.</summary>
    public int FftLength { get; } = Require.Positive(fftLength);

    /// <summary>Distance of frames.</summary>
    public int SequenceStride { get; } = Require.Positive(sequenceStride);

    /// <summary>Length of a frame.</summary>
    public int SequenceLength { get; } = (sequenceLength ?? fftLength) is var length && length <= fftLength
        ? Require.Positive(length, nameof(sequenceLength))
        : throw new ArgumentException($"`fft_length` must be greater than or equal to `sequence_length`. Received: `sequence_length`={sequenceLength}, `fft_length`={fftLength}.", nameof(sequenceLength));

    /// <summary>Name of the window.</summary>
    public string Window { get; } = Require.OneOf(window, ["hann", "hamming"]);

    /// <summary>Samples in a second.</summary>
    public int SamplingRate { get; } = Require.Positive(samplingRate);

    /// <summary>Number of mel frequencies.</summary>
    public int NumMelBins { get; } = Require.Positive(numMelBins);

    /// <summary>Lowest frequency.</summary>
    public double MinFreq { get; } = minFreq;

    /// <summary>Highest frequency.</summary>
    public double MaxFreq { get; } = maxFreq is null or 0 ? samplingRate / 2 : maxFreq.Value;

    /// <summary>Whether the result is in decibels.</summary>
    public bool PowerToDb { get; } = powerToDb;

    /// <summary>How many decibels below the largest one is the smallest.</summary>
    public double TopDb { get; } = topDb;

    /// <summary>Exponent of the magnitude.</summary>
    public double MagExp { get; } = magExp;

    /// <summary>Smallest power.</summary>
    public double MinPower { get; } = minPower;

    /// <summary>The power that is 0 decibels.</summary>
    public double RefPower { get; } = refPower;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (x.Rank is not (1 or 2))
        {
            throw new ArgumentException($"Layer '{Name}' expects signals of rank 1 (time) or 2 (batch, time). Received: shape={x.Shape}.", nameof(x));
        }

        x = Ops.Cast(x, DType.ComputeDType == DataType.Float64 ? DataType.Float64 : DataType.Float32);
        var (real, imag) = Ops.Stft(x, SequenceLength, SequenceStride, FftLength, Window, center: true);
        var spectrum = Ops.Power(Ops.Sqrt(Ops.Square(real) + Ops.Square(imag)), MagExp);
        var mel = Ops.Tensordot(spectrum, Ops.Cast(Triangles(), x.DType), 1);
        return Ops.Cast(Ops.SwapAxes(PowerToDb ? Decibels(mel) : mel, -1, -2), DType.ComputeDType);
    }

    private Tensor Decibels(Tensor power)
    {
        var level = 10.0 * Ops.Log10(Ops.Maximum(power, MinPower));
        level -= 10.0 * Math.Log10(Math.Max(Math.Abs(RefPower), MinPower));
        return Ops.Maximum(level, Ops.Max(level) - TopDb);
    }

    /// <summary>How much each frequency counts for each mel frequency: a triangle from the one before to the one after.</summary>
    private Tensor Triangles()
    {
        var bins = (FftLength / 2) + 1;
        var (low, high) = (Mel(MinFreq), Mel(MaxFreq));
        double Edge(int i) => low + ((high - low) * i / (NumMelBins + 1));
        var weights = new double[bins * NumMelBins];

        // The first frequency is none: it counts for nothing.
        for (var i = 1; i < bins; i++)
        {
            var at = Mel(SamplingRate / 2.0 * i / (bins - 1));
            for (var j = 0; j < NumMelBins; j++)
            {
                weights[(i * NumMelBins) + j] = Math.Max(0, Math.Min((at - Edge(j)) / (Edge(j + 1) - Edge(j)), (Edge(j + 2) - at) / (Edge(j + 2) - Edge(j + 1))));
            }
        }

        return Tensor.Create<double>(weights, (bins, NumMelBins));
    }

    private static double Mel(double hertz) => 1127.0 * Math.Log(1.0 + (hertz / 700.0));
}

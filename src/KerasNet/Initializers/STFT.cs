using KerasNet.Internal;

namespace KerasNet.Initializers;

/// <summary>Weights of a convolution that computes the real or imaginary part of a short-time Fourier transform.</summary>
/// <remarks>Python: <c>keras.initializers.STFT</c>. Shape of the weight: <c>(frameLength, 1, fftLength / 2 + 1)</c>.</remarks>
/// <param name="side"><c>real</c> or <c>imag</c>.</param>
/// <param name="window"><c>hann</c>, <c>hamming</c>, <c>blackman</c>, <c>bartlett</c>, <c>boxcar</c>, or null for none.</param>
/// <param name="scaling"><c>density</c>, <c>spectrum</c> or null: how the window's energy is taken out.</param>
/// <param name="periodic">Whether the window is made for a periodic signal.</param>
[Alias("STFTInitializer")]
public sealed class STFT(string side = "real", string? window = "hann", string? scaling = "density", bool periodic = false) : Initializer
{
    /// <summary>Real or imaginary part.</summary>
    public string Side { get; } = Require.OneOf(side, ["real", "imag"]);

    /// <summary>Name of the window.</summary>
    public string? Window { get; } = window is null ? null : Require.OneOf(window, ["hann", "hamming", "blackman", "bartlett", "boxcar"]);

    /// <summary>How the window's energy is taken out.</summary>
    public string? Scaling { get; } = scaling is null ? null : Require.OneOf(scaling, ["density", "spectrum"]);

    /// <summary>Whether the window is made for a periodic signal.</summary>
    public bool Periodic { get; } = periodic;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype)
    {
        if (shape.Rank != 3)
        {
            throw new ArgumentException($"STFT makes weights of rank 3 (frame length, 1, frequencies). Received: shape={shape}.", nameof(shape));
        }

        var (frame, channels, frequencies) = (shape[0], shape[1], shape[2]);
        var w = WindowValues(frame);
        var scale = Window is null ? 1 : Scaling switch
        {
            "density" => Math.Sqrt(w.Sum(v => v * v)),
            "spectrum" => w.Sum(Math.Abs),
            _ => 1,
        };
        var values = new double[shape.Size];
        for (var t = 0; t < frame; t++)
        {
            for (var f = 0; f < frequencies; f++)
            {
                var angle = -2.0 * Math.PI * t * f / ((frequencies - 1) * 2.0);
                var value = (Side == "real" ? Math.Cos(angle) : Math.Sin(angle)) * w[t] / scale;
                for (var c = 0; c < channels; c++)
                {
                    values[(((t * channels) + c) * frequencies) + f] = value;
                }
            }
        }

        var tensor = Tensor.Allocate(dtype, shape);
        CastOp.Convert(Tensor.Create<double>(values, shape), tensor);
        return tensor;
    }

    private double[] WindowValues(int n)
    {
        double last = Periodic ? n : Math.Max(1, n - 1);
        double Cosines(double a0, double a1, double a2, int i) => a0 - (a1 * Math.Cos(2 * Math.PI * i / last)) + (a2 * Math.Cos(4 * Math.PI * i / last));
        return [.. Enumerable.Range(0, n).Select(i => Window switch
        {
            "hann" => Cosines(0.5, 0.5, 0, i),
            "hamming" => Cosines(0.54, 0.46, 0, i),
            "blackman" => Cosines(0.42, 0.5, 0.08, i),
            "bartlett" => 1 - Math.Abs((2 * i / last) - 1),
            _ => 1.0,
        })];
    }
}

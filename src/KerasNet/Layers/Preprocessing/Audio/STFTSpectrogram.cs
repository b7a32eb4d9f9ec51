using KerasNet.Initializers;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Spectrograms of signals by a short-time Fourier transform, which is a convolution whose weights can be trained.</summary>
/// <remarks>
/// Python: <c>keras.layers.STFTSpectrogram</c>. Input <c>(batch, time, channels)</c>, output <c>(batch, frames, channels * frequencies)</c>; or channels first. With <c>expandDims</c>:
/// <c>(batch, frames, frequencies, channels)</c>.
/// </remarks>
public sealed class STFTSpectrogram : Layer
{
    private readonly int _step, _length;
    private KerasVariable? _real, _imag;

    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="mode"><c>log</c>, <c>magnitude</c>, <c>psd</c>, <c>real</c>, <c>imag</c>, <c>angle</c> or <c>stft</c> (real and imaginary parts).</param>
    /// <param name="frameLength">Length of a frame.</param>
    /// <param name="frameStep">Distance of frames; null: half of the length.</param>
    /// <param name="fftLength">Length of the transform; null: the power of two that holds a frame.</param>
    /// <param name="window">Name of the window, or null for none.</param>
    /// <param name="periodic">Whether the window is made for a periodic signal.</param>
    /// <param name="scaling"><c>density</c>, <c>spectrum</c> or null: how the window's energy is taken out.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="expandDims">Whether frequencies are an axis of their own.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <exception cref="ArgumentException">An argument does not fit.</exception>
    public STFTSpectrogram(
        string mode = "log", int frameLength = 256, int? frameStep = null, int? fftLength = null, string? window = "hann", bool periodic = false, string? scaling = "density", string padding = "valid",
        bool expandDims = false, string? dataFormat = null)
    {
        FrameLength = Require.Positive(frameLength);
        if (frameStep is < 1 || frameStep > frameLength)
        {
            throw new ArgumentException($"`frame_step` should be a positive integer not greater than `frame_length`. Received frame_step={frameStep}, frame_length={frameLength}", nameof(frameStep));
        }

        if (fftLength < frameLength)
        {
            throw new ArgumentException($"`fft_length` should be not less than `frame_length`. Received fft_length={fftLength}, frame_length={frameLength}", nameof(fftLength));
        }

        Mode = Require.OneOf(mode, ["log", "magnitude", "psd", "real", "imag", "angle", "stft"]);
        Scaling = scaling is null ? null : Require.OneOf(scaling, ["density", "spectrum"]);
        Padding = Require.OneOf(padding, ["valid", "same"]);
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        (FrameStep, FftLength, Window, Periodic, ExpandDims) = (frameStep, fftLength, new STFT("real", window).Window, periodic, expandDims);
        _step = frameStep ?? Math.Max(1, frameLength / 2);
        _length = fftLength ?? (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)frameLength);
        InputSpecs = [new InputSpec { Rank = 3 }];
    }

    /// <summary>What is computed of each frame.</summary>
    public string Mode { get; }

    /// <summary>Length of a frame.</summary>
    public int FrameLength { get; }

    /// <summary>Distance of frames; null: half of the length.</summary>
    public int? FrameStep { get; }

    /// <summary>Length of the transform; null: the power of two that holds a frame.</summary>
    public int? FftLength { get; }

    /// <summary>Name of the window.</summary>
    public string? Window { get; }

    /// <summary>Whether the window is made for a periodic signal.</summary>
    public bool Periodic { get; }

    /// <summary>How the window's energy is taken out.</summary>
    public string? Scaling { get; }

    /// <summary>What is done at the ends.</summary>
    public string Padding { get; }

    /// <summary>Whether frequencies are an axis of their own.</summary>
    public bool ExpandDims { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    private bool ChannelsFirst => DataFormat == "channels_first";

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        TensorShape shape = (FrameLength, 1, (_length / 2) + 1);
        _real = Mode == "imag" ? null : AddWeight("real_kernel", shape, new STFT("real", Window, Scaling, Periodic));
        _imag = Mode == "real" ? null : AddWeight("imag_kernel", shape, new STFT("imag", Window, Scaling, Periodic));
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (x.DType is not (DataType.Float16 or DataType.Float32 or DataType.Float64))
        {
            throw new ArgumentException($"Invalid input type. Expected `float16`, `float32` or `float64`. Received: input type={x.DType.Name()}", nameof(x));
        }

        var real = _real is null ? null : Frames(x, _real);
        var imag = _imag is null ? null : Frames(x, _imag);
        switch (Mode)
        {
            case "real":
                return Arranged(real!);
            case "imag":
                return Arranged(imag!);
            case "angle":
                return Arranged(Ops.Arctan2(imag!, real!));
            case "stft":
                return Arranged(Ops.Concatenate([real!, imag!], 2));
        }

        var power = Ops.Square(real!) + Ops.Square(imag!);
        if (Mode == "psd")
        {
            // All frequencies but the first and the last stand for a negative one too.
            return Arranged(power + Ops.Pad(power[.., .., 1..^1, ..], [(0, 0), (0, 0), (1, 1), (0, 0)]));
        }

        var magnitude = Arranged(Ops.Sqrt(Ops.Maximum(power, Keras.Config.Epsilon)));
        return Mode == "magnitude" ? magnitude : Ops.Log(Ops.Maximum(magnitude, Keras.Config.Epsilon));
    }

    /// <summary>From signals to <c>(batch, channels, frequencies, frames)</c>: every channel is a signal of its own.</summary>
    private Tensor Frames(Tensor x, Tensor kernel)
    {
        x = ChannelsFirst ? x : RawOps.Transpose(x, 0, 2, 1);
        var (channels, time) = (RawOps.Dim(x, 1), RawOps.Dim(x, 2));
        var signals = RawOps.Reshape(x, (ReadOnlySpan<Tensor>)[RawOps.Product(RawOps.Dim(x, 0), channels), time, 1]);
        var frames = Ops.Conv(signals, Ops.Cast(kernel, x.DType), _step, Padding, "channels_last");
        frames = RawOps.Transpose(frames, 0, 2, 1);
        return RawOps.Reshape(frames, (ReadOnlySpan<Tensor>)[RawOps.Dim(x, 0), channels, RawOps.Dim(frames, 1), RawOps.Dim(frames, 2)]);
    }

    private Tensor Arranged(Tensor x)
    {
        if (ExpandDims)
        {
            return ChannelsFirst ? RawOps.Transpose(x, 0, 1, 3, 2) : RawOps.Transpose(x, 0, 3, 2, 1);
        }

        var flat = RawOps.Reshape(x, (ReadOnlySpan<Tensor>)[RawOps.Dim(x, 0), RawOps.Product(RawOps.Dim(x, 1), RawOps.Dim(x, 2)), RawOps.Dim(x, 3)]);
        return ChannelsFirst ? flat : RawOps.Transpose(flat, 0, 2, 1);
    }
}

using System.Buffers.Binary;

namespace KerasNet.Internal;

/// <summary>A sound: 16-bit PCM of a WAV file as numbers from -1 to 1, as TensorFlow decodes it.</summary>
/// <param name="Values">Sample after sample, the channels of each side by side.</param>
/// <param name="Channels">Number of channels.</param>
/// <param name="Rate">Samples a second.</param>
internal sealed record WaveFile(float[] Values, int Channels, int Rate)
{
    private const int Pcm = 1;

    /// <summary>Number of samples of each channel.</summary>
    public int Samples => Values.Length / Channels;

    /// <exception cref="InvalidDataException">The file is no WAV file of 16-bit PCM, or is damaged.</exception>
    public static WaveFile Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WAVE"u8))
        {
            throw new InvalidDataException($"'{path}' is no WAV file: it does not begin with RIFF and WAVE.");
        }

        var (channels, rate) = (0, 0);
        for (var rest = bytes[12..]; rest.Length >= 8;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (size > rest.Length - 8)
            {
                throw new InvalidDataException($"'{path}' is damaged: a part of {size} bytes is announced, {rest.Length - 8} are left.");
            }

            var part = rest.Slice(8, (int)size);
            if (rest.StartsWith("fmt "u8))
            {
                (channels, rate) = Format(part, path);
            }
            else if (rest.StartsWith("data"u8))
            {
                return channels > 0 ? new WaveFile(Numbers(part, channels), channels, rate) : throw new InvalidDataException($"'{path}' is damaged: sound comes before its format.");
            }

            // Parts begin at even places.
            rest = rest[Math.Min(rest.Length, 8 + (int)size + ((int)size & 1))..];
        }

        throw new InvalidDataException($"'{path}' has no sound.");
    }

    /// <summary>As many samples, cut or filled with silence.</summary>
    public Tensor Resized(int length)
    {
        var values = new float[length * Channels];
        Array.Copy(Values, values, Math.Min(values.Length, Values.Length));
        return Tensor.Create<float>(values, (length, Channels));
    }

    private static (int Channels, int Rate) Format(ReadOnlySpan<byte> part, string path)
    {
        if (part.Length < 16)
        {
            throw new InvalidDataException($"'{path}' is damaged: its format has {part.Length} bytes, at least 16 are needed.");
        }

        var (kind, channels, rate, bits) = (BinaryPrimitives.ReadUInt16LittleEndian(part), BinaryPrimitives.ReadUInt16LittleEndian(part[2..]), BinaryPrimitives.ReadUInt32LittleEndian(part[4..]), BinaryPrimitives.ReadUInt16LittleEndian(part[14..]));
        return kind != Pcm ? throw new InvalidDataException($"'{path}': bad audio format for WAV: expected 1 (PCM), but got {kind}. Convert it, as with: ffmpeg -i in.wav -c:a pcm_s16le out.wav")
            : bits != 16 ? throw new InvalidDataException($"'{path}': can only read 16-bit WAV files, but received {bits}. Convert it, as with: ffmpeg -i in.wav -c:a pcm_s16le out.wav")
            : channels == 0 || rate is 0 or > int.MaxValue ? throw new InvalidDataException($"'{path}' is damaged: {channels} channels, {rate} samples a second.")
            : (channels, (int)rate);
    }

    private static float[] Numbers(ReadOnlySpan<byte> data, int channels)
    {
        var values = new float[data.Length / (2 * channels) * channels];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]) / 32768f;
        }

        return values;
    }
}

using KerasNet.Internal;

namespace KerasNet;

/// <summary>Sounds of a folder with their labels, in batches <c>(batch, samples, channels)</c>; files are read as they are needed.</summary>
/// <remarks>Python: what <c>keras.utils.audio_dataset_from_directory</c> gives. With <c>subset: "both"</c> it deconstructs: <c>var (training, validation) = …</c>.</remarks>
public sealed class AudioDataset : DirectoryDataset
{
    private readonly int? _samplingRate;
    private readonly int? _length;

    internal AudioDataset(DirectoryPart part, int? samplingRate, int? length)
        : base(part) => (_samplingRate, _length) = (samplingRate, length);

    /// <summary>The parts for training and validation.</summary>
    /// <exception cref="InvalidOperationException">They were not both asked for.</exception>
    public void Deconstruct(out AudioDataset training, out AudioDataset validation) => (training, validation) = (this, (AudioDataset)Other());

    private protected override Data Read(IReadOnlyList<string> files)
    {
        var sounds = files.Select(Sound).ToArray();
        if (sounds.FirstOrDefault(s => s.Channels != sounds[0].Channels) is { } other)
        {
            throw new InvalidDataException($"Sounds of a batch have the same number of channels. Received: '{files[0]}' with {sounds[0].Channels}, '{files[Array.IndexOf(sounds, other)]}' with {other.Channels}.");
        }

        var length = _length ?? sounds.Max(s => s.Samples);
        return Ops.Stack(new Tensors(sounds.Select(s => s.Resized(length))));
    }

    private WaveFile Sound(string path)
    {
        var sound = WaveFile.Read(path);
        return _samplingRate is not { } rate || sound.Rate == rate ? sound
            : throw new NotSupportedException($"'{path}' has {sound.Rate} samples a second, samplingRate asks for {rate}. Sounds are not resampled here: convert the files first, as with: ffmpeg -i in.wav -ar {rate} out.wav");
    }
}

using System.Formats.Tar;
using System.IO.Compression;

namespace KerasNet.Datasets;

/// <summary>The archives of CIFAR: pickled dictionaries in a packed tar. They are read where they lie; nothing is unpacked to disk, nothing in them is executed.</summary>
internal static class CifarArchive
{
    private const int ImageBytes = 3 * 32 * 32;
    private const long MaxEntry = 400_000_000;

    /// <summary>Pictures and labels of some of the archive's files, in order.</summary>
    public static (Tensor X, Tensor Y) Read(string path, IReadOnlyList<string> names, string labels)
    {
        var found = new (byte[] Images, byte[] Labels)[names.Count];
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            var at = names.ToList().IndexOf(entry.Name.TrimStart('.', '/'));
            if (at >= 0 && entry.DataStream is { } data)
            {
                if (entry.Length > MaxEntry)
                {
                    throw Bad(path, $"'{entry.Name}' says it is {entry.Length} bytes long");
                }

                var bytes = new byte[entry.Length];
                data.ReadExactly(bytes);
                found[at] = Batch(path, bytes, entry.Name, labels);
            }
        }

        var missing = names.Where((_, i) => found[i].Images is null).ToList();
        if (missing.Count > 0)
        {
            throw Bad(path, $"it has no {string.Join(", ", missing)}");
        }

        var y = found.SelectMany(b => b.Labels).ToArray();
        var x = Tensor.Allocate(DataType.UInt8, [y.Length, 3, 32, 32]);
        var offset = 0;
        foreach (var (images, _) in found)
        {
            images.CopyTo(x.WritableBytes()[offset..]);
            offset += images.Length;
        }

        return (Keras.Config.ImageDataFormat == "channels_first" ? x : Ops.Transpose(x, [0, 2, 3, 1]), Tensor.Create<byte>(y, [y.Length, 1]));
    }

    private static (byte[] Images, byte[] Labels) Batch(string path, byte[] bytes, string name, string labelKey)
    {
        var batch = PickleReader.Read(bytes, name) as Dictionary<string, object?> ?? throw Bad(path, $"'{name}' holds no dictionary");
        var images = (batch.GetValueOrDefault("data") as PickledArray)?.Bytes ?? throw Bad(path, $"'{name}' has no array 'data'");
        var labels = batch.GetValueOrDefault(labelKey) as List<object?> ?? throw Bad(path, $"'{name}' has no list '{labelKey}'");
        return images.Length == (long)labels.Count * ImageBytes ? (images, [.. labels.Select(l => l is long n and >= 0 and < 256 ? (byte)n : throw Bad(path, $"'{name}' has the label {l}"))])
            : throw Bad(path, $"'{name}' has {images.Length} bytes of pictures and {labels.Count} labels");
    }

    private static InvalidDataException Bad(string path, string why) => new($"'{path}' is no archive of CIFAR: {why}. Delete it, and it is fetched anew.");
}

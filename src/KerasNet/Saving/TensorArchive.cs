using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using KerasNet.NumPy;
using NumSharp;

namespace KerasNet.Saving;

/// <summary>Tensors by name of NumPy's <c>.npz</c> files as <see cref="Npz"/> reads them, and text too.</summary>
internal static partial class TensorArchive
{
    private const long MaxRatio = 1100;         // deflate packs at most 1032 times

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.Length > MaxRatio * Math.Max(entry.CompressedLength, 1) || entry.Length > Array.MaxLength)
            {
                throw NpyHeader.Bad($"{path}/{entry.FullName}", $"it says that {entry.CompressedLength} packed bytes become {entry.Length}");
            }

            using var stream = new BoundedStream(entry.Open(), entry.Length, $"{path}/{entry.FullName}");
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var name = entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;
            tensors[name] = One(memory.ToArray(), $"{path}/{entry.FullName}");
        }

        return tensors;
    }

    private static Tensor One(byte[] bytes, string name)
    {
        if (bytes.Length < 128 || TextType().Match(Encoding.Latin1.GetString(bytes, 0, 128)) is not { Success: true } match)
        {
            return (Tensor)NpyReader.Read(new MemoryStream(bytes), bytes.Length, name);
        }

        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(d => int.Parse(d, CultureInfo.InvariantCulture))];
        var width = 4L * int.Parse(match.Groups["width"].Value, CultureInfo.InvariantCulture);
        var start = 10 + (bytes[8] | (bytes[9] << 8));
        var count = shape.Aggregate(1L, (a, b) => checked(a * b));
        if (checked(count * width) != bytes.Length - start)
        {
            throw NpyHeader.Bad(name, $"shape ({string.Join(", ", shape)}) of text takes {count * width} bytes, the file has {bytes.Length - start}");
        }

        var texts = new string[count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF32.GetString(bytes, start + (int)(i * width), (int)width).TrimEnd('\0');
        }

        return new Tensor(new TensorShape(shape), texts);
    }

    [GeneratedRegex(@"'descr':\s*'<U(?<width>\d+)',\s*'fortran_order':\s*False,\s*'shape':\s*\((?<shape>[0-9, ]*)\)")]
    private static partial Regex TextType();
}

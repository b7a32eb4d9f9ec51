using System.IO.Compression;
using NumSharp;

namespace KerasNet.NumPy;

/// <summary>Reads <c>.npz</c> files: zip archives of <c>.npy</c> arrays.</summary>
internal static class NpzReader
{
    private const long MaxRatio = 1100;         // deflate packs at most 1032 times

    /// <summary>Reads all arrays, by name without <c>.npy</c>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static IReadOnlyDictionary<string, NDArray> Read(Stream stream, string name)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var arrays = new Dictionary<string, NDArray>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string full = $"{name}/{entry.FullName}";
            if (entry.Length > MaxRatio * Math.Max(entry.CompressedLength, 1))
            {
                throw NpyHeader.Bad(full, $"it says that {entry.CompressedLength} packed bytes become {entry.Length}");
            }

            using Stream part = entry.Open();
            string key = entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;
            if (!arrays.TryAdd(key, NpyReader.Read(part, entry.Length, full)))
            {
                throw NpyHeader.Bad(full, "there are two arrays of this name");
            }
        }

        return arrays;
    }
}

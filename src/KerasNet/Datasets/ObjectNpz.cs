using System.IO.Compression;
using KerasNet.NumPy;

namespace KerasNet.Datasets;

/// <summary>Reads <c>.npz</c> files whose arrays hold lists of word numbers, one list for each text, beside arrays of labels.</summary>
internal static class ObjectNpz
{
    private const long MaxEntry = 1 << 30;

    /// <summary>Lists of numbers by name, and labels by name.</summary>
    public static (Dictionary<string, int[][]> Lists, Dictionary<string, long[]> Labels) Read(string path)
    {
        var lists = new Dictionary<string, int[][]>(StringComparer.Ordinal);
        var labels = new Dictionary<string, long[]>(StringComparer.Ordinal);
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".npy", StringComparison.Ordinal)))
        {
            var (key, full) = (entry.FullName[..^4], $"{path}/{entry.FullName}");
            if (entry.Length > MaxEntry)
            {
                throw NpyHeader.Bad(full, $"it says it is {entry.Length} bytes long");
            }

            var bytes = new byte[entry.Length];
            using (var stream = entry.Open())
            {
                stream.ReadExactly(bytes);
            }

            if (NpyHeader.PickleStart(bytes, full) is { } start)
            {
                lists[key] = Lists(PickleReader.Read(bytes, full, start), full);
            }
            else
            {
                using var stream = new MemoryStream(bytes);
                labels[key] = LabelsOf(NpyReader.Read(stream, bytes.Length, full));
            }
        }

        return (lists, labels);
    }

    private static long[] LabelsOf(NumSharp.NDArray array) => Ops.Cast((Tensor)array, DataType.Int64).ToArray<long>();

    private static int[][] Lists(object? value, string name) => value is PickledArray { Items: { } items }
        ? [.. items.Select(i => i is List<object?> list ? list.Select(w => w is long n and >= 0 and <= int.MaxValue ? (int)n : throw Bad(name)).ToArray() : throw Bad(name))]
        : throw Bad(name);

    private static InvalidDataException Bad(string name) => new($"'{name}' holds something other than lists of word numbers. Delete the file, and it is fetched anew.");
}

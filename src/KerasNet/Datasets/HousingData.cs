using KerasNet.Backends.Managed;
using KerasNet.NumPy;
using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Tables of houses and prices: shuffled by a seed and split, as Keras does it.</summary>
internal static class HousingData
{
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) Load(DatasetFile source, string what, double testSplit, int seed, int? rows, string folder, bool mayDownload, TextWriter output)
    {
        if (testSplit is < 0 or >= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(testSplit), $"Invalid `test_split` argument: {testSplit}. It must be between 0 and 1 (exclusive of 1).");
        }

        var path = source.Get(what, folder, mayDownload, output);
        using var stream = File.OpenRead(path);
        var arrays = NpzReader.Read(stream, path);
        var (x, y) = (Tensor(arrays, "x", path), Tensor(arrays, "y", path));
        var count = Math.Min(rows ?? int.MaxValue, x.Shape[0]);
        var order = Enumerable.Range(0, count).ToArray();
        MersenneTwister.OfNumPy(seed).ShuffleAsNumPy<int>(order);
        var split = (int)(count * (1 - testSplit));
        return ((Rows.Take(x, order.AsSpan(0, split)), Rows.Take(y, order.AsSpan(0, split))), (Rows.Take(x, order.AsSpan(split)), Rows.Take(y, order.AsSpan(split))));
    }

    private static Tensor Tensor(IReadOnlyDictionary<string, NDArray> arrays, string name, string path) => arrays.TryGetValue(name, out var array)
        ? array
        : throw new InvalidDataException($"'{path}' has no array '{name}'. It has: {string.Join(", ", arrays.Keys)}. Delete it, and it is fetched anew.");
}

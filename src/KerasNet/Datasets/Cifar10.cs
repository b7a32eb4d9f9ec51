using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Small colour pictures, 32 by 32 pixels, of 10 kinds of things: planes, cars, birds, cats, deer, dogs, frogs, horses, ships, lorries.</summary>
/// <remarks>Python: <c>keras.datasets.cifar10</c>. Krizhevsky, 2009, <see href="https://www.cs.toronto.edu/~kriz/cifar.html"/>.</remarks>
public static class Cifar10
{
    private static readonly DatasetFile s_file = new(
        "cifar-10-batches-py-target_archive", "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz", "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce");

    /// <summary>Loads the pictures from Keras's cache, or downloads them (170 MB).</summary>
    /// <returns>50,000 + 10,000 pictures <c>(count, 32, 32, 3)</c> of bytes and labels <c>(count, 1)</c> of bytes 0 to 9.</returns>
    /// <exception cref="IOException">The file is not there and cannot be fetched.</exception>
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData() => LoadData(s_file, DatasetFile.Folder, DatasetFile.MayDownload, Console.Out);

    internal static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(DatasetFile source, string folder, bool mayDownload, TextWriter output)
    {
        var path = source.Get("CIFAR-10", folder, mayDownload, output);
        string[] names = [.. Enumerable.Range(1, 5).Select(i => $"cifar-10-batches-py/data_batch_{i}")];
        var train = CifarArchive.Read(path, names, "labels");
        var test = CifarArchive.Read(path, ["cifar-10-batches-py/test_batch"], "labels");
        return ((train.X.Numpy(), train.Y.Numpy()), (test.X.Numpy(), test.Y.Numpy()));
    }
}

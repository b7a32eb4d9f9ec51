using KerasNet.Internal;
using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Small colour pictures, 32 by 32 pixels, of 100 kinds of things in 20 groups.</summary>
/// <remarks>Python: <c>keras.datasets.cifar100</c>. Krizhevsky, 2009, <see href="https://www.cs.toronto.edu/~kriz/cifar.html"/>.</remarks>
public static class Cifar100
{
    private static readonly DatasetFile s_file = new(
        "cifar-100-python-target_archive", "https://www.cs.toronto.edu/~kriz/cifar-100-python.tar.gz", "85cd44d02ba6437773c5bbd22e183051d648de2e7d6b014e1ef29b855ba677a7");

    /// <summary>Loads the pictures from Keras's cache, or downloads them (170 MB).</summary>
    /// <param name="labelMode"><c>fine</c> for the 100 kinds, <c>coarse</c> for the 20 groups.</param>
    /// <returns>50,000 + 10,000 pictures <c>(count, 32, 32, 3)</c> of bytes and labels <c>(count, 1)</c> of bytes.</returns>
    /// <exception cref="IOException">The file is not there and cannot be fetched.</exception>
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(string labelMode = "fine") => LoadData(s_file, labelMode, DatasetFile.Folder, DatasetFile.MayDownload, Console.Out);

    internal static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(DatasetFile source, string labelMode, string folder, bool mayDownload, TextWriter output)
    {
        var labels = Require.OneOf(labelMode, ["fine", "coarse"]) + "_labels";
        var path = source.Get("CIFAR-100", folder, mayDownload, output);
        var train = CifarArchive.Read(path, ["cifar-100-python/train"], labels);
        var test = CifarArchive.Read(path, ["cifar-100-python/test"], labels);
        return ((train.X.Numpy(), train.Y.Numpy()), (test.X.Numpy(), test.Y.Numpy()));
    }
}

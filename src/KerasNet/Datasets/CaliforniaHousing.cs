using KerasNet.Internal;
using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Houses in California in 1990: 8 facts about each of 20,640 blocks, and the median price.</summary>
/// <remarks>Python: <c>keras.datasets.california_housing</c>.</remarks>
public static class CaliforniaHousing
{
    private static readonly DatasetFile s_file = new(
        "california_housing.npz", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/california_housing.npz", "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f");

    /// <summary>Loads the table from Keras's cache, or downloads it.</summary>
    /// <param name="version"><c>large</c> for all rows, <c>small</c> for the first 600.</param>
    /// <param name="path">Name of the file in the cache.</param>
    /// <param name="testSplit">Share of the rows for testing.</param>
    /// <param name="seed">Of the shuffle before the split.</param>
    /// <exception cref="IOException">The file is not there and cannot be fetched.</exception>
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(string version = "large", string path = "california_housing.npz", double testSplit = 0.2, int seed = 113) =>
        HousingData.Load(
            s_file with { Name = path }, "California housing", testSplit, seed, Require.OneOf(version, ["small", "large"]) == "small" ? 600 : null, DatasetFile.Folder, DatasetFile.MayDownload, Console.Out);
}

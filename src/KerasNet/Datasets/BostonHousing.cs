using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Houses in Boston in the 1970s: 13 facts about each of 506 neighbourhoods, and the median price. One of the facts is a share of people by their skin colour: do not use it but to study bias.</summary>
/// <remarks>Python: <c>keras.datasets.boston_housing</c>.</remarks>
public static class BostonHousing
{
    private static readonly DatasetFile s_file = new(
        "boston_housing.npz", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/boston_housing.npz", "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5");

    /// <summary>Loads the table from Keras's cache, or downloads it.</summary>
    /// <param name="path">Name of the file in the cache.</param>
    /// <param name="testSplit">Share of the rows for testing.</param>
    /// <param name="seed">Of the shuffle before the split.</param>
    /// <exception cref="IOException">The file is not there and cannot be fetched.</exception>
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(string path = "boston_housing.npz", double testSplit = 0.2, int seed = 113) =>
        HousingData.Load(s_file with { Name = path }, "Boston housing", testSplit, seed, null, DatasetFile.Folder, DatasetFile.MayDownload, Console.Out);
}

using System.Globalization;
using KerasNet.NumPy;
using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Handwritten digits, 28 by 28 pixels, with their labels.</summary>
/// <remarks>Python: <c>keras.datasets.mnist</c>. LeCun and Cortes, <see href="http://yann.lecun.com/exdb/mnist"/>; CC BY-SA 3.0.</remarks>
public static class Mnist
{
    private static readonly DatasetFile s_file = new(
        "mnist.npz", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz", "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1");

    /// <summary>Loads the digits and prints one line that says where they come from.</summary>
    /// <remarks>
    /// Python: <c>keras.datasets.mnist.load_data()</c>. The 60,000 + 10,000 digits come from Keras's own cache (<c>~/.keras/datasets/mnist.npz</c>; <c>KERAS_HOME</c> moves it)
    /// or, if they are not there, from where Keras downloads them. Without network (or with <c>KERASNET_OFFLINE=1</c>) the 8,000 + 2,000 real digits that this library carries are returned.
    /// </remarks>
    /// <example><code>var ((xTrain, yTrain), (xTest, yTest)) = Datasets.Mnist.LoadData();</code></example>
    /// <param name="path">Name of the file in the cache.</param>
    /// <returns>Training and test data: images <c>(count, 28, 28)</c> of bytes 0 to 255 and labels <c>(count)</c> of bytes 0 to 9.</returns>
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(string path = "mnist.npz") =>
        LoadData(s_file with { Name = path }, DatasetFile.Folder, DatasetFile.MayDownload, Console.Out);

    internal static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(DatasetFile source, string folder, bool mayDownload, TextWriter output)
    {
        string? file = source.Find(folder, mayDownload, output, out string? problem);
        using Stream stream = file is null ? Carried() : File.OpenRead(file);
        IReadOnlyDictionary<string, NDArray> arrays = NpzReader.Read(stream, file ?? "mnist10k.npz");
        var train = (X: arrays["x_train"], Y: arrays["y_train"]);
        var test = (X: arrays["x_test"], Y: arrays["y_test"]);
        string from = file is null
            ? $"real digits carried by KerasNet ({problem}; all 70,000 need {Path.Combine(folder, source.Name)})"
            : $"digits from {file}";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MNIST: {train.Y.size:N0} + {test.Y.size:N0} {from}"));
        return (train, test);
    }

    private static Stream Carried() => typeof(Mnist).Assembly.GetManifestResourceStream("mnist10k.npz")
        ?? throw new InvalidOperationException("KerasNet was built without mnist10k.npz. Expected it in src/KerasNet/Datasets/Data. Restore that file and build again.");
}

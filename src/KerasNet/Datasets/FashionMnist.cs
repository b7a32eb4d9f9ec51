using System.IO.Compression;
using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Pictures of clothes, 28 by 28 pixels, of 10 kinds: as many as MNIST has digits, and harder.</summary>
/// <remarks>Python: <c>keras.datasets.fashion_mnist</c>. Xiao, Rasul and Vollgraf, Zalando, 2017; MIT licence.</remarks>
public static class FashionMnist
{
    private const string Url = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";
    private const int MaxItems = 1_000_000;

    /// <summary>Loads the pictures from Keras's cache, or downloads them.</summary>
    /// <returns>Training and test data: pictures <c>(count, 28, 28)</c> of bytes and labels <c>(count)</c> of bytes 0 to 9.</returns>
    /// <exception cref="IOException">A file is not there and cannot be fetched.</exception>
    public static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData() => LoadData(DatasetFile.Folder, DatasetFile.MayDownload, Console.Out);

    internal static ((NDArray X, NDArray Y) Train, (NDArray X, NDArray Y) Test) LoadData(string folder, bool mayDownload, TextWriter output)
    {
        Tensor Read(string name, int header, int itemSize)
        {
            var path = new DatasetFile("fashion-mnist/" + name, Url + name, null).Get("Fashion MNIST", folder, mayDownload, output);
            using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var limit = header + ((long)MaxItems * itemSize);
            var buffer = new byte[1 << 16];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > limit)
                {
                    throw new InvalidDataException($"'{path}' holds more than {MaxItems} items: it is not Fashion MNIST. Delete it, and it is fetched anew.");
                }
            }

            var count = (bytes.Length - header) / itemSize;
            if (count <= 0 || bytes.Length != header + (count * itemSize))
            {
                throw new InvalidDataException($"'{path}' is {bytes.Length} bytes long, which is not a header of {header} and items of {itemSize}. Delete it, and it is fetched anew.");
            }

            return Tensor.Create<byte>(bytes.GetBuffer().AsSpan(header, (int)(count * itemSize)), itemSize == 1 ? (int)count : [(int)count, 28, 28]);
        }

        (NDArray X, NDArray Y) Set(string prefix)
        {
            var (labels, images) = (Read(prefix + "-labels-idx1-ubyte.gz", 8, 1), Read(prefix + "-images-idx3-ubyte.gz", 16, 784));
            return labels.Shape[0] == images.Shape[0] ? (images.Numpy(), labels.Numpy())
                : throw new InvalidDataException($"Fashion MNIST in {folder} has {images.Shape[0]} pictures and {labels.Shape[0]} labels. Delete the files, and they are fetched anew.");
        }

        return (Set("train"), Set("t10k"));
    }
}

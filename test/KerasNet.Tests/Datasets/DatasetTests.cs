using System.Text;
using System.Text.Json;
using KerasNet.Datasets;
using NumSharp;

namespace KerasNet.Tests.Datasets;

/// <summary>Data sets in Keras's own forms, small ones: read as Keras reads them, refused when they are something else.</summary>
public sealed class DatasetTests
{
    private static readonly JsonElement _golden = Golden.Json("text/utilities.json").GetProperty("datasets");
    private static readonly string _folder = Golden.PathOf("text/datasets");

    [Test]
    public void ReviewsAndNewsAreKeras()
    {
        foreach (var golden in _golden.GetProperty("words").EnumerateArray())
        {
            var config = golden.GetProperty("config");
            int? Int(string name, int? otherwise) => !config.TryGetProperty(name, out var v) ? otherwise : v.ValueKind == JsonValueKind.Null ? null : v.GetInt32();
            var (words, skip, maxlen, seed) = (Int("num_words", null), Int("skip_top", 0)!.Value, Int("maxlen", null), Int("seed", 113)!.Value);
            var (start, oov, from) = (Int("start_char", 1), Int("oov_char", 2), Int("index_from", 3)!.Value);
            Check(Imdb.Load(Path.Combine(_folder, "imdb.npz"), words, skip, maxlen, seed, start, oov, from), golden.GetProperty("imdb"), config.GetRawText());
            Check(Reuters.Load(Path.Combine(_folder, "reuters.npz"), words, skip, maxlen, 0.2, seed, start, oov, from), golden.GetProperty("reuters"), config.GetRawText());
        }
    }

    [Test]
    public void PicturesAreReadFromTheArchive()
    {
        var cifar10 = Cifar10.LoadData(new DatasetFile("cifar-10.tar.gz", "https://localhost/none", null), _folder, mayDownload: false, TextWriter.Null);
        Assert.That(cifar10.Train.X.shape, Is.EqualTo(new long[] { 10, 32, 32, 3 }));
        Assert.That(cifar10.Train.Y.shape, Is.EqualTo(new long[] { 10, 1 }));
        Assert.That(cifar10.Train.X.typecode, Is.EqualTo(NPTypeCode.Byte));
        for (var i = 0; i < 5; i++)
        {
            Check(cifar10.Train, 2 * i, 2, $"cifar-10-batches-py/data_batch_{i + 1}");
        }

        Check(cifar10.Test, 0, 1, "cifar-10-batches-py/test_batch");
        var source = new DatasetFile("cifar-100.tar.gz", "https://localhost/none", null);
        Check(Cifar100.LoadData(source, "fine", _folder, mayDownload: false, TextWriter.Null).Train, 0, 1, "cifar-100-python/train");
        Assert.That(((Tensor)Cifar100.LoadData(source, "coarse", _folder, mayDownload: false, TextWriter.Null).Test.Y).ToArray<byte>(), Is.EqualTo(new byte[] { 7 }));
    }

    [Test]
    public void HousesAreSplitAsKerasDoes()
    {
        var (train, test) = HousingData.Load(new DatasetFile("housing.npz", "https://localhost/none", null), "houses", 0.2, 113, null, _folder, mayDownload: false, TextWriter.Null);
        var golden = _golden.GetProperty("housing");
        Assert.That(train.Y.ToArray<double>(), Is.EqualTo(golden.GetProperty("train").EnumerateArray().Select(v => v.GetDouble())));
        Assert.That(test.Y.ToArray<double>(), Is.EqualTo(golden.GetProperty("test").EnumerateArray().Select(v => v.GetDouble())));
        Assert.That(train.X.shape, Is.EqualTo(new long[] { 16, 4 }));
    }

    [Test]
    public void WithoutAFileAndNetworkTheErrorSaysWhereToPutIt()
    {
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        Assert.That(
            () => FashionMnist.LoadData(folder, mayDownload: false, TextWriter.Null),
            Throws.TypeOf<FileNotFoundException>().With.Message.Contains("Fashion MNIST").And.Message.Contains(folder).And.Message.Contains("https://"));
        Directory.Delete(folder);
    }

    [Test]
    public void ClothesAreReadFromIdxFiles()
    {
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "fashion-mnist"));
        void Write(string name, byte[] bytes)
        {
            using var stream = new System.IO.Compression.GZipStream(File.Create(Path.Combine(folder, "fashion-mnist", name)), System.IO.Compression.CompressionLevel.Fastest);
            stream.Write(bytes);
        }

        foreach (var prefix in new[] { "train", "t10k" })
        {
            Write(prefix + "-labels-idx1-ubyte.gz", [.. new byte[8], 3, 9]);
            Write(prefix + "-images-idx3-ubyte.gz", [.. new byte[16], .. Enumerable.Range(0, 1568).Select(i => (byte)i)]);
        }

        var (train, _) = FashionMnist.LoadData(folder, mayDownload: false, TextWriter.Null);
        Assert.That(train.X.shape, Is.EqualTo(new long[] { 2, 28, 28 }));
        Assert.That(((Tensor)train.X).ToArray<byte>()[784], Is.EqualTo((byte)16));
        Assert.That(((Tensor)train.Y).ToArray<byte>(), Is.EqualTo(new byte[] { 3, 9 }));
        Write("train-labels-idx1-ubyte.gz", new byte[9]);
        Assert.That(() => FashionMnist.LoadData(folder, mayDownload: false, TextWriter.Null), Throws.TypeOf<InvalidDataException>().With.Message.Contains("1 labels"));
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("cos\nsystem\n(S'true'\ntR.", "os.system", TestName = "A pickle that would run a program")]
    [TestCase("cnumpy\nload\n.", "numpy.load", TestName = "A pickle that names another function of NumPy")]
    [TestCase("(lp0\n", "ends|instruction", TestName = "A pickle that stops short")]
    [TestCase("T\u007f\u007f\u007f\u007fabc", "ends within", TestName = "A text that is longer than the pickle")]
    [TestCase("h\u0007.", "did not keep", TestName = "A value that was never kept")]
    [TestCase("a.", "stack is empty", TestName = "A list that is not there")]
    public void NothingInAPickleRuns(string text, string message) =>
        Assert.That(() => PickleReader.Read(Encoding.Latin1.GetBytes(text), "evil.pkl"), Throws.TypeOf<InvalidDataException>().With.Message.Matches(message));

    [Test]
    public void ADamagedPickleIsAnError()
    {
        var whole = PickleOf("imdb.npz");
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            try
            {
                PickleReader.Read(bytes, "damaged.npy");
            }
            catch (InvalidDataException)
            {
                // What is expected of most of them; others are still pickles.
            }
        }
    }

    private static byte[] PickleOf(string file)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(Path.Combine(_folder, file));
        using var stream = archive.GetEntry("x_train.npy")!.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        return bytes[(Array.IndexOf(bytes, (byte)'\n') + 1)..];
    }

    private static void Check(((int[][] X, NDArray Y) Train, (int[][] X, NDArray Y) Test) sets, JsonElement golden, string what)
    {
        int[][] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(Row)];
        int[] Row(JsonElement row) => [.. row.EnumerateArray().Select(n => n.GetInt32())];
        Assert.That(sets.Train.X, Is.EqualTo(Rows(golden[0])), what);
        Assert.That(sets.Test.X, Is.EqualTo(Rows(golden[1])), what);
        Assert.That(sets.Train.Y.ToArray<long>(), Is.EqualTo(Row(golden[2])), what);
        Assert.That(sets.Test.Y.ToArray<long>(), Is.EqualTo(Row(golden[3])), what);
    }

    private static void Check((NDArray X, NDArray Y) set, int from, int count, string name)
    {
        var golden = _golden.GetProperty("cifar").GetProperty(name);
        var (x, y) = (((Tensor)set.X).ToArray<byte>(), ((Tensor)set.Y).ToArray<byte>());
        Assert.That(y[from..(from + count)], Is.EqualTo(golden.GetProperty("labels").EnumerateArray().Select(v => v.GetByte())), name);
        var pixels = x[(from * 3072)..((from + count) * 3072)];
        Assert.That(pixels.Sum(p => (long)p), Is.EqualTo(golden.GetProperty("sum").GetInt64()), name);
        Assert.That(pixels[((32 + 2) * 3)..((32 + 3) * 3)], Is.EqualTo(golden.GetProperty("corner").EnumerateArray().Select(v => v.GetByte())), name);
    }
}

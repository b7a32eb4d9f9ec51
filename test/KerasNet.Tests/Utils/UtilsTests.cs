using System.IO.Compression;
using System.Text.Json;
using KerasNet.Backends.Managed;
using KerasNet.Preprocessing.Sequence;
using NumSharp;

namespace KerasNet.Tests.Functions;

/// <summary>keras.utils around arrays, series and folders, against recordings of real Keras.</summary>
public sealed class UtilsTests
{
    private static readonly JsonElement _golden = Golden.Json("text/utilities.json");

    [Test]
    public void ShufflesAreNumPys()
    {
        foreach (var shuffle in _golden.GetProperty("shuffles").EnumerateObject())
        {
            var items = Enumerable.Range(0, 40).ToArray();
            MersenneTwister.OfNumPy(int.Parse(shuffle.Name)).ShuffleAsNumPy<int>(items);
            Assert.That(items, Is.EqualTo(Ints(shuffle.Value)), $"seed {shuffle.Name}");
        }
    }

    [Test]
    public void SequencesArePadded()
    {
        var pads = _golden.GetProperty("pads");
        int[][] rows = [.. pads.GetProperty("rows").EnumerateArray().Select(Ints)];
        foreach (var golden in pads.GetProperty("cases").EnumerateArray())
        {
            var config = golden.GetProperty("config");
            var result = Utils.PadSequences(
                rows, Int(config, "maxlen"), config.TryGetProperty("dtype", out var dtype) ? DataTypes.Parse(dtype.GetString()!) : null,
                Text(config, "padding") ?? "pre", Text(config, "truncating") ?? "pre", config.TryGetProperty("value", out var value) ? value.GetDouble() : 0);
            GoldenTensor.AreClose(result, golden.GetProperty("result"), config.GetRawText());
        }

        Assert.That(() => Utils.PadSequences(rows, padding: "before"), Throws.ArgumentException.With.Message.Contains("padding"));
    }

    [Test]
    public void DataSetsAreSplit()
    {
        Tensor x = Tensor.From(Enumerable.Range(0, 20).ToArray()).View([10, 2]), y = Tensor.From(Enumerable.Range(0, 10).Select(i => (long)i).ToArray());
        foreach (var golden in _golden.GetProperty("splits").EnumerateArray())
        {
            var config = golden.GetProperty("config");
            SplitSize? Size(string name) => !config.TryGetProperty(name, out var value) ? null : value.TryGetInt32(out var count) ? (SplitSize)count : value.GetDouble();
            var (left, right) = Utils.SplitDataset(new Tensor[] { x, y }, Size("left_size"), Size("right_size"), config.TryGetProperty("shuffle", out _), Int(config, "seed"));
            Assert.That(left.Columns[1].Take([.. Enumerable.Range(0, left.Columns[1].Rows)]).ToArray<long>(), Is.EqualTo(Ints(golden.GetProperty("left"))), config.GetRawText());
            Assert.That(right.Columns[1].Take([.. Enumerable.Range(0, right.Columns[1].Rows)]).ToArray<long>(), Is.EqualTo(Ints(golden.GetProperty("right"))), config.GetRawText());
            Assert.That(left.Columns[0].Shape[1], Is.EqualTo(2));
        }

        Assert.That(() => Utils.SplitDataset(x), Throws.ArgumentException.With.Message.Contains("At least one"));
        Assert.That(() => Utils.SplitDataset(x, leftSize: 10), Throws.ArgumentException.With.Message.Contains("left_size"));
        Assert.That(() => Utils.SplitDataset(x, leftSize: 0.6, rightSize: 0.6), Throws.ArgumentException.With.Message.Contains("greater than 1"));
    }

    [Test]
    public void SeriesBecomeWindows()
    {
        NDArray data = np.arange(30).astype(np.float64).reshape(15, 2), targets = np.arange(15).astype(np.int64);
        foreach (var golden in _golden.GetProperty("series").EnumerateArray())
        {
            var config = golden.GetProperty("config");
            var set = Utils.TimeseriesDatasetFromArray(
                data, golden.GetProperty("targets").GetBoolean() ? targets : null, Int(config, "sequence_length")!.Value, Int(config, "sequence_stride") ?? 1, Int(config, "sampling_rate") ?? 1,
                Int(config, "batch_size") ?? 128, startIndex: Int(config, "start_index"), endIndex: Int(config, "end_index"));
            var expected = golden.GetProperty("batches");
            Assert.That(set.Length, Is.EqualTo(expected.GetArrayLength()));
            for (var i = 0; i < set.Length; i++)
            {
                var batch = set.GetItem(i);
                var columns = batch.X.Columns.Concat(batch.Y?.Columns ?? []).Select(c => c.Take([.. Enumerable.Range(0, c.Rows)])).ToArray();
                GoldenTensor.AreClose(columns, expected[i], config.GetRawText());
            }
        }

        Assert.That(() => Utils.TimeseriesDatasetFromArray(data, null, 3, startIndex: 15), Throws.ArgumentException.With.Message.Contains("start_index"));
    }

    [Test]
    public void GeneratorsOfOlderScripts()
    {
        NDArray data = np.arange(30).astype(np.float64).reshape(15, 2), targets = np.arange(15).astype(np.int64);
        foreach (var golden in _golden.GetProperty("generators").EnumerateArray())
        {
            var config = golden.GetProperty("config");
            var set = new TimeseriesGenerator(
                data, targets, Int(config, "length")!.Value, Int(config, "sampling_rate") ?? 1, Int(config, "stride") ?? 1, Int(config, "start_index") ?? 0, Int(config, "end_index"),
                reverse: config.TryGetProperty("reverse", out _), batchSize: Int(config, "batch_size") ?? 128);
            Assert.That(set.Length, Is.EqualTo(golden.GetProperty("batches").GetArrayLength()));
            for (var i = 0; i < set.Length; i++)
            {
                var batch = set.GetItem(i);
                var columns = batch.X.Columns.Concat(batch.Y!.Columns).Select(c => c.Take([.. Enumerable.Range(0, c.Rows)])).ToArray();
                GoldenTensor.AreClose(columns, golden.GetProperty("batches")[i], config.GetRawText());
            }
        }

        Assert.That(() => new TimeseriesGenerator(data, targets, 15), Throws.ArgumentException.With.Message.Contains("disallowed"));
    }

    [Test]
    public void FilesOfTheCacheAreFoundCheckedAndUnpacked()
    {
        var cache = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(cache, "datasets"));
            var path = Path.Combine(cache, "datasets", "words.txt");
            File.WriteAllText(path, "abc");
            Assert.That(Utils.GetFile("words.txt", "https://localhost/words.txt", cacheDir: cache, md5Hash: "900150983cd24fb0d6963f7d28e17f72"), Is.EqualTo(path));
            Assert.That(Utils.GetFile(origin: "https://localhost/words.txt", cacheDir: cache, fileHash: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), Is.EqualTo(path));
            using (var zip = System.IO.Compression.ZipFile.Open(Path.Combine(cache, "datasets", "many.zip"), System.IO.Compression.ZipArchiveMode.Create))
            {
                zip.CreateEntryFromFile(path, "deep/words.txt");
            }

            var folder = Utils.GetFile("many.zip", "https://localhost/many.zip", extract: true, cacheDir: cache);
            Assert.That(folder, Is.EqualTo(Path.Combine(cache, "datasets", "many_extracted")));
            Assert.That(File.ReadAllText(Path.Combine(folder, "deep", "words.txt")), Is.EqualTo("abc"));
            Assert.That(() => Utils.GetFile("a/b", "https://localhost/b", cacheDir: cache), Throws.ArgumentException.With.Message.Contains("fname"));
            Assert.That(() => Utils.GetFile("b"), Throws.ArgumentException.With.Message.Contains("origin"));
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    [Test]
    public void FoldersAreReadInKerasOrder()
    {
        var golden = _golden.GetProperty("folders");
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            foreach (var name in golden.GetProperty("names").EnumerateArray().Select(n => n.GetString()!))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
                File.WriteAllText(Path.Combine(folder, name), "text of " + name);
            }

            foreach (var result in golden.GetProperty("results").EnumerateArray())
            {
                var seed = result.GetProperty("seed").ValueKind == JsonValueKind.Null ? (int?)null : result.GetProperty("seed").GetInt32();
                var index = DirectoryIndex.Of(folder, [".txt"], null, true, null, seed, false, null);
                Assert.That(index.Files.Select(f => Path.GetRelativePath(folder, f)), Is.EqualTo(Strings(result.GetProperty("files"))));
                Assert.That(index.Labels, Is.EqualTo(Ints(result.GetProperty("labels"))));
                Assert.That(index.ClassNames, Is.EqualTo(Strings(result.GetProperty("classes"))));
                foreach (var part in new[] { "training", "validation" })
                {
                    Assert.That(index.Part(0.3, part, null).Files.Select(f => Path.GetRelativePath(folder, f)), Is.EqualTo(Strings(result.GetProperty(part))));
                }
            }

            var (training, validation) = Utils.TextDatasetFromDirectory(folder, labelMode: "categorical", batchSize: 5, seed: 7, validationSplit: 0.3, subset: "both", verbose: false);
            Assert.That((training.Length, validation.Length), Is.EqualTo((3, 1)));
            var first = validation.GetItem(0);
            Assert.That(first.X.Columns[0].Text![0], Does.StartWith("text of "));
            Assert.That(first.Y!.Columns[0].Shape, Is.EqualTo(new TensorShape(4, 3)));
            Assert.That(() => Utils.TextDatasetFromDirectory(folder, labelMode: "binary", verbose: false), Throws.ArgumentException.With.Message.Contains("exactly 2"));
            Assert.That(() => Utils.TextDatasetFromDirectory(folder, validationSplit: 0.2, subset: "training", verbose: false), Throws.ArgumentException.With.Message.Contains("seed"));
            Assert.That(() => Utils.TextDatasetFromDirectory(Path.Combine(folder, "nowhere")), Throws.TypeOf<DirectoryNotFoundException>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void LabelsBecomeRows()
    {
        Assert.That(Utils.ToCategorical(np.array(1, 0, 2)).ToArray<double>(), Is.EqualTo(new double[] { 0, 1, 0, 1, 0, 0, 0, 0, 1 }));
        Assert.That(Utils.ToCategorical(new[] { 1, 3 }, 4).shape, Is.EqualTo(new long[] { 2, 4 }));
        Assert.That(Utils.ToCategorical(np.array(1, 0, 2).reshape(3, 1)).shape, Is.EqualTo(new long[] { 3, 3 }));
        Assert.That(() => Utils.ToCategorical(np.array(1, 5), 3), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("5"));
        Assert.That(Utils.Normalize(np.array(new double[,] { { 3, 4 }, { 0, 0 } })).ToArray<double>(), Is.EqualTo(new[] { 0.6, 0.8, 0, 0 }).Within(1e-12));
        Assert.That(Utils.Normalize(np.array(new double[,] { { 3, 1 }, { 0, 2 } }), axis: 0, order: 1).ToArray<double>(), Is.EqualTo(new[] { 1, 1 / 3.0, 0, 2 / 3.0 }).Within(1e-12));
    }

    private static int[] Ints(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetInt32())];

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetString()!)];

    private static int? Int(JsonElement config, string name) => config.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static string? Text(JsonElement config, string name) => config.TryGetProperty(name, out var value) ? value.GetString() : null;
}

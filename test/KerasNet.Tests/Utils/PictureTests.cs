using System.Text.Json;

namespace KerasNet.Tests;

/// <summary>Picture files against recordings of Keras with Pillow; damaged files.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PictureTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement s_golden = Golden.Json("pictures/pictures.json");

    private static readonly string[] s_loads = [.. s_golden.GetProperty("loads").EnumerateArray().Select((l, i) => $"{i} {l.GetProperty("file")} {l.GetProperty("arguments")}")];

    private string _folder = string.Empty;

    [SetUp]
    public void WriteFiles()
    {
        _folder = Directory.CreateTempSubdirectory("pictures").FullName;
        foreach (var file in s_golden.GetProperty("files").EnumerateObject())
        {
            File.WriteAllBytes(Path.Combine(_folder, file.Name), file.Value.GetBytesFromBase64());
        }
    }

    [TearDown]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(s_loads))]
    public void AFileLoadsAsInPillow(string name)
    {
        var golden = s_golden.GetProperty("loads")[int.Parse(name.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
        var arguments = golden.GetProperty("arguments");
        var file = golden.GetProperty("file").GetString()!;
        var image = Utils.LoadImg(
            Path.Combine(_folder, file),
            Text(arguments, "color_mode", "rgb"),
            arguments.TryGetProperty("target_size", out var size) ? (size[0].GetInt32(), size[1].GetInt32()) : null,
            Text(arguments, "interpolation", "nearest"),
            arguments.TryGetProperty("keep_aspect_ratio", out _));
        Assert.That(image.DType, Is.EqualTo(DataType.UInt8));

        // Decoders of JPEG round differently; Pillow 13 takes columns before rows for some sizes, which rounds differently too.
        var within = file.EndsWith("jpg", StringComparison.Ordinal) ? 4 : arguments.TryGetProperty("target_size", out _) && Text(arguments, "interpolation", "nearest") != "nearest" ? 1 : 0;
        Near(Utils.ImgToArray(image), golden, within);
    }

    [Test]
    public void AFolderIsADataSet([Range(0, 5)] int index)
    {
        var golden = s_golden.GetProperty("sets")[index];
        var folder = Directory.CreateTempSubdirectory("classes").FullName;
        try
        {
            foreach (var (name, label) in new[] { ("rgb.png", "a"), ("grey.png", "b"), ("palette.png", "a"), ("rgb.bmp", "b") })
            {
                Directory.CreateDirectory(Path.Combine(folder, label));
                File.Copy(Path.Combine(_folder, name), Path.Combine(folder, label, name));
            }

            var arguments = golden.GetProperty("arguments");
            var data = Utils.ImageDatasetFromDirectory(
                folder, imageSize: (6, 5), batchSize: 3, shuffle: false, verbose: false, colorMode: Text(arguments, "color_mode", "rgb"), interpolation: Text(arguments, "interpolation", "bilinear"),
                dataFormat: Text(arguments, "data_format", "channels_last"), cropToAspectRatio: arguments.TryGetProperty("crop_to_aspect_ratio", out _), padToAspectRatio: arguments.TryGetProperty("pad_to_aspect_ratio", out _));
            Assert.That(data.ClassNames, Is.EqualTo(new[] { "a", "b" }));
            var batches = golden.GetProperty("batches");
            Assert.That(data.Length, Is.EqualTo(batches.GetArrayLength()));
            for (var i = 0; i < data.Length; i++)
            {
                var batch = data.GetItem(i);
                Near(batch.X.Columns[0].Take([.. Enumerable.Range(0, batch.X.Columns[0].Rows)]), batches[i].GetProperty("x"), 1e-3);
                Assert.That(batch.Y!.Columns[0].Take([.. Enumerable.Range(0, batch.Y.Columns[0].Rows)]).ToArray<int>(), Is.EqualTo(batches[i].GetProperty("y").EnumerateArray().Select(n => n.GetInt32())));
            }

            var (training, validation) = Utils.ImageDatasetFromDirectory(folder, imageSize: (2, 2), validationSplit: 0.25, subset: "both", seed: 1, verbose: false);
            Assert.That((training.FilePaths.Count, validation.FilePaths.Count), Is.EqualTo((3, 1)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void AnArrayIsAPicture()
    {
        foreach (var golden in s_golden.GetProperty("arrays").EnumerateArray())
        {
            int[] shape = [.. golden.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())];
            var x = Tensor.Create<float>([.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => ((i * 7919L) + (9 * 104729L)) % 1009 % 256 / 2f)], shape);
            var image = Utils.ArrayToImg(x, scale: golden.GetProperty("scale").GetBoolean());
            Assert.That(image.ToArray<byte>().Select(b => (int)b), Is.EqualTo(golden.GetProperty("data").EnumerateArray().Select(n => n.GetInt32())).Within(1));
            var path = Path.Combine(_folder, "saved.png");
            Utils.SaveImg(path, image, scale: false);
            Assert.That(Utils.LoadImg(path, shape[2] == 1 ? "grayscale" : shape[2] == 3 ? "rgb" : "rgba").ToArray<byte>(), Is.EqualTo(image.ToArray<byte>()), "what is saved is read");
        }

        Assert.That(() => Utils.SaveImg("x.tif", Ops.Zeros((2, 2, 3))), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Utils.ArrayToImg(Ops.Zeros((2, 2, 2))), Throws.ArgumentException.With.Message.Contains("Unsupported channel number"));
        Assert.That(() => Utils.ImgToArray(Ops.Zeros((2, 2, 2, 2))), Throws.ArgumentException.With.Message.Contains("Unsupported image shape"));
        Assert.That(() => Utils.LoadImg(Path.Combine(_folder, "rgb.png"), "cmyk"), Throws.ArgumentException.With.Message.Contains("color_mode"));
        Assert.That(() => Utils.LoadImg(Path.Combine(_folder, "rgb.png"), targetSize: (2, 2), interpolation: "cubic"), Throws.ArgumentException.With.Message.Contains("Invalid interpolation method"));
    }

    [Test, CancelAfter(60000)]
    public void DamagedFilesAreRefused()
    {
        var random = new Random(1);
        var path = Path.Combine(_folder, "damaged");
        foreach (var file in s_golden.GetProperty("files").EnumerateObject())
        {
            var whole = file.Value.GetBytesFromBase64();
            for (var i = 0; i < 40; i++)
            {
                var bytes = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
                for (var j = 0; j < i && bytes.Length > 0; j++)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                File.WriteAllBytes(path, bytes);
                try
                {
                    Utils.LoadImg(path);
                }
                catch (InvalidDataException)
                {
                }
            }
        }

        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.That(() => Utils.LoadImg(path), Throws.InstanceOf<InvalidDataException>());
    }

    private static string Text(JsonElement arguments, string name, string otherwise) => arguments.TryGetProperty(name, out var value) ? value.GetString()! : otherwise;

    private static void Near(Tensor received, JsonElement golden, double within)
    {
        Assert.That(received.Shape.ToArray(), Is.EqualTo(golden.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())));
        Assert.That(Ops.Cast(received, DataType.Float64).ToArray<double>(), Is.EqualTo(golden.GetProperty("data").EnumerateArray().Select(n => n.GetDouble()).ToArray()).Within(within));
    }
}

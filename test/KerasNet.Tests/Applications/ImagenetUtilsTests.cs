using System.Globalization;
using System.Text.Json;
using KerasNet.Applications;

namespace KerasNet.Tests.Architectures;

/// <summary>Pixels, names of classes and wrong arguments, against Keras.</summary>
[NonParallelizable]
public sealed class ImagenetUtilsTests
{
    private static readonly JsonElement s_golden = Golden.Json(Path.Combine("applications", "numbers.json"));

    [TestCaseSource(typeof(Backends), nameof(Backends.All))]
    public void PixelsBecomeKerass(string backend)
    {
        using var scope = Keras.Scope(backend);
        foreach (var golden in s_golden.GetProperty("preprocess").EnumerateArray())
        {
            TensorShape shape = new([.. golden.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())]);
            var x = Tensor.Create<byte>([.. golden.GetProperty("x").EnumerateArray().Select(e => e.GetByte())], shape);
            var y = ImagenetUtils.PreprocessInput(x, golden.GetProperty("dataFormat").GetString(), golden.GetProperty("mode").GetString()!);
            Assert.That(y.Shape, Is.EqualTo(shape));
            Assert.That(y.ToArray<float>(), Is.EqualTo(golden.GetProperty("y").EnumerateArray().Select(e => e.GetSingle()).ToArray()).Within(1e-4), golden.ToString());
        }
    }

    [Test]
    public void EveryModuleHasItsRange()
    {
        using var scope = Keras.Scope("managed");
        var x = Tensor.Create<float>([10, 100, 250], (1, 1, 3));
        foreach (var module in s_golden.GetProperty("modes").EnumerateObject())
        {
            var name = string.Concat(module.Name.Split('_').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
            var type = typeof(ImagenetUtils).Assembly.GetType("KerasNet.Applications." + name)!;
            var y = (Tensor)type.GetMethod("PreprocessInput")!.Invoke(null, [x, null])!;
            Assert.That(y.ToArray<float>(), Is.EqualTo(module.Value.EnumerateArray().Select(e => e.GetSingle()).ToArray()).Within(1e-4), module.Name);
            Assert.That(type.GetMethod("DecodePredictions"), Is.Not.Null);
        }
    }

    [Test]
    public void ClassesComeFromTheCache()
    {
        using var scope = Keras.Scope("managed");
        using var home = new KerasHome();
        var scores = new float[2000];
        (scores[7], scores[3], scores[999], scores[1004]) = (0.5f, 0.25f, 0.125f, 1f);
        var preds = Tensor.Create<float>(scores, (2, 1000));
        var missing = Assert.Throws<FileNotFoundException>(() => ImagenetUtils.DecodePredictions(preds));
        Assert.That(missing!.Message, Does.Contain("imagenet_class_index.json").And.Contain("https://storage.googleapis.com/download.tensorflow.org/data/imagenet_class_index.json"));
        var wrong = Assert.Throws<ArgumentException>(() => ImagenetUtils.DecodePredictions(Tensor.Create<float>(new float[20], (2, 10))));
        Assert.That(wrong!.Message, Does.StartWith(s_golden.GetProperty("errors").GetProperty("predictions").GetString()!));
    }

    [Test]
    public void TheBestClassesStandFirst()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{" + string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"{i}\":[\"n{i:00000000}\",\"thing_{i}\"]")) + "}");
            var scores = new float[1000];
            (scores[7], scores[3], scores[999]) = (0.5f, 0.25f, 0.125f);
            var decoded = ImagenetUtils.Decode(scores, ImagenetUtils.ReadNames(path), 3);
            Assert.That(decoded, Is.EqualTo(new[] { ("n00000007", "thing_7", 0.5f), ("n00000003", "thing_3", 0.25f), ("n00000999", "thing_999", 0.125f) }));
            foreach (var text in (string[])["", "[]", "{\"0\":[\"a\",\"b\"]}", "{\"0\":7}"])
            {
                File.WriteAllText(path, text);
                Assert.Throws<InvalidDataException>(() => ImagenetUtils.ReadNames(path), text);
            }

            File.WriteAllText(path, new string(' ', 2_000_000));
            Assert.Throws<InvalidDataException>(() => ImagenetUtils.ReadNames(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void WrongArgumentsAreRefusedInKerassWords()
    {
        using var scope = Keras.Scope("managed");
        using var home = new KerasHome();
        var zeros = Tensor.Create<float>([0, 0, 0], (1, 1, 3));
        (string Key, Action Call)[] calls =
        [
            ("weights", () => Vgg16.VGG16(weights: "nowhere.h5")),
            ("classes", () => Vgg16.VGG16(classes: 10)),
            ("small", () => Vgg16.VGG16(weights: null, includeTop: false, inputShape: (31, 40, 3))),
            ("small_first", () => InceptionV3.Create(weights: null, includeTop: false, inputShape: (74, 90, 3))),
            ("rank", () => Vgg16.VGG16(weights: null, includeTop: false, inputShape: (40, 40))),
            ("static", () => Vgg16.VGG16(weights: null, inputShape: (null, null, 3))),
            ("shape", () => Vgg16.VGG16(inputShape: (200, 200, 3))),
            ("channels", () => Vgg16.VGG16(includeTop: false, inputShape: (200, 200, 1))),
            ("mode", () => ImagenetUtils.PreprocessInput(zeros, mode: "other")),
            ("format", () => ImagenetUtils.PreprocessInput(zeros, dataFormat: "other")),
            ("alpha", () => Mobilenet.MobileNet(alpha: 0.3)),
            ("depth", () => Mobilenet.MobileNet(depthMultiplier: 2)),
            ("v3", () => MobilenetV3.MobileNetV3Small(weights: null, inputShape: (20, 20, 3))),
        ];
        Assert.Multiple(() =>
        {
            foreach (var (key, call) in calls)
            {
                var error = Assert.Catch<ArgumentException>(() => call(), key);
                Assert.That(Plain(error!.Message), Does.StartWith(Plain(s_golden.GetProperty("errors").GetProperty(key).GetString()!)), key);
            }
        });
    }

    [Test]
    public void PublishedWeightsThatAreNotThereAreAnErrorThatSaysWhere()
    {
        using var scope = Keras.Scope("managed");
        using var home = new KerasHome();
        var error = Assert.Throws<FileNotFoundException>(() => MobilenetV2.MobileNetV2(includeTop: false, inputShape: (96, 96, 3)));
        Assert.That(error!.Message, Does.Contain("https://storage.googleapis.com/tensorflow/keras-applications/mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_96_no_top.h5")
            .And.Contain(Path.Combine(home.Folder, "models")));
        Assert.That(Saving.LoadContext.Current, Is.Null);
    }

    [Test]
    public void WeightsComeFromAFileAndAnInputTensorIsUsed()
    {
        using var scope = Keras.Scope("managed");
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture) + ".weights.h5");
        try
        {
            using var first = Mobilenet.MobileNet(alpha: 0.25, weights: null, includeTop: false, inputShape: (32, 32, 3));
            first.SaveWeights(path);
            var input = Keras.Input((32, 32, 3), name: "pixels");
            using var second = Mobilenet.MobileNet(alpha: 0.25, weights: path, includeTop: false, inputTensor: input, name: "copy");
            Assert.That(second.Name, Is.EqualTo("copy"));
            Assert.That(second.Inputs[0], Is.SameAs(input));
            Assert.That(second.GetWeights()[0].ToArray<float>(), Is.EqualTo(first.GetWeights()[0].ToArray<float>()));
            Assert.That(second.GetWeights()[^1].ToArray<float>(), Is.EqualTo(first.GetWeights()[^1].ToArray<float>()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Parameters have C#'s names, and sentences single blanks.
    private static string Plain(string text) => text.Replace("None", "null", StringComparison.Ordinal).Replace("include_top=True", "includeTop: true", StringComparison.Ordinal).Replace("`include_top` is True", "`includeTop` is true", StringComparison.Ordinal)
        .Replace("input_shape", "inputShape", StringComparison.Ordinal).Replace("depth_multiplier", "depthMultiplier", StringComparison.Ordinal).Replace("of`", "of `", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);

    /// <summary>An empty cache of Keras, and no network.</summary>
    private sealed class KerasHome : IDisposable
    {
        private readonly (string Name, string? Value)[] _before = [.. ((string[])["KERAS_HOME", "KERASNET_OFFLINE"]).Select(n => (n, Environment.GetEnvironmentVariable(n)))];

        public KerasHome()
        {
            Environment.SetEnvironmentVariable("KERAS_HOME", Folder);
            Environment.SetEnvironmentVariable("KERASNET_OFFLINE", "1");
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("keras").FullName;

        public void Dispose()
        {
            foreach (var (name, value) in _before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            Directory.Delete(Folder, recursive: true);
        }
    }
}

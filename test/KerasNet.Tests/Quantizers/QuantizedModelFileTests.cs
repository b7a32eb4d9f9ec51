using KerasNet.Layers;
using KerasNet.Quantizers;
using KerasNet.Saving;

namespace KerasNet.Tests.Quantizers;

/// <summary>Models that Keras quantised and saved, or gave low-rank additions, open and compute the same; ours are read back.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class QuantizedModelFileTests(string backend) : BackendFixture(backend)
{
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Golden.PathOf("quantization/models"), "model.*", SearchOption.AllDirectories)
        .Select(p => Path.GetRelativePath(Golden.PathOf("quantization/models"), p).Replace('\\', '/')).Where(p => !p.Contains("without", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void ComputesWhatKerasComputed(string file)
    {
        var (folder, path) = (file.Split('/')[0], Golden.PathOf("quantization/models/" + file));
        var (x, y) = Io(folder);
        Model model;
        if (file.EndsWith(".weights.h5", StringComparison.Ordinal))
        {
            model = Made(folder);
            model.LoadWeights(path);
        }
        else
        {
            model = Keras.LoadModel(path);
        }

        Near(model, x, y);
        Assert.That(Modes(model), Is.EqualTo(Modes(Made(folder))));
    }

    [TestCaseSource(nameof(Files))]
    public void IsWrittenAndReadBack(string file)
    {
        var folder = file.Split('/')[0];
        var (x, y) = Io(folder);
        var model = Made(folder);
        model.LoadWeights(Golden.PathOf("quantization/models/" + file));
        var temporary = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            foreach (var end in (string[])["keras", "h5", "weights.h5"])
            {
                var path = Path.Combine(temporary, "model." + end);
                if (end == "weights.h5")
                {
                    model.SaveWeights(path);
                    var again = Made(folder);
                    again.LoadWeights(path);
                    Near(again, x, y);
                }
                else
                {
                    model.Save(path);
                    Near(Keras.LoadModel(path), x, y);
                }
            }
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    [TestCase("int8", null)]
    [TestCase("int4", null)]
    [TestCase("int4-blocks", 3)]
    [TestCase("int4-columns", -1)]
    public void OursAreKerassToTheBit(string folder, int? block)
    {
        var ours = Keras.LoadModel(Golden.PathOf("quantization/models/floats/model.keras"));
        ours.Quantize(folder.Split('-')[0], block is { } size ? new Int4QuantizationConfig(blockSize: size) : null);
        var theirs = Keras.LoadModel(Golden.PathOf($"quantization/models/{folder}/model.keras"));
        Assert.That(ours.Weights.Select(w => (w.Path, w.DType, w.Shape)), Is.EqualTo(theirs.Weights.Select(w => (w.Path, w.DType, w.Shape))));
        foreach (var (mine, other) in ours.Weights.Zip(theirs.Weights))
        {
            QuantizationGolden.Same(mine.ReadNow(), other.ReadNow(), mine.Path);
        }
    }

    [TestCase("int8")]
    [TestCase("int4-blocks")]
    [TestCase("float8")]
    [TestCase("conv-lora")]
    [TestCase("gptq")]
    public void IsExportedAsASavedModel(string folder)
    {
        var (x, y) = Io(folder);
        var temporary = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            Keras.LoadModel(Golden.PathOf($"quantization/models/{folder}/model.keras")).Export(temporary, verbose: false);
            using var saved = KerasNet.TensorFlow.SavedModels.SavedModel.Load(temporary);
            var signature = saved.Signatures["serving_default"];
            var outputs = signature.Run(new Dictionary<string, Tensor> { [signature.InputNames[0]] = x });
            QuantizationGolden.Near(outputs[signature.OutputNames[0]], y, "output of the exported model");
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    [Test]
    public void TrainingGoesOn()
    {
        var output = new StringWriter();
        var code = KerasNet.Conformance.Commands.ModelsCommand.Run([Golden.PathOf("quantization/resume"), "--backend", Backend], output, TextWriter.Null);
        Assert.That(code, Is.Zero, output.ToString());
        Assert.That(output.ToString(), Does.Contain("10 passed, 0 failed, 0 skipped"));
    }

    [Test]
    public void WhatKerasForgotIsSaid() => Assert.That(
        () => Keras.LoadModel(Golden.PathOf("quantization/models/gptq-without-zeros/model.keras")), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("leaves the zeros"));

    [Test]
    public void TheFilesOfAnotherModeAreRefused()
    {
        var model = Made("int8");
        Assert.That(() => model.LoadWeights(Golden.PathOf("quantization/models/int4/model.weights.h5")), Throws.ArgumentException.With.Message.Contains("variables"));
        Assert.That(() => Made("floats").LoadWeights(Golden.PathOf("quantization/models/int4-columns/model.keras")), Throws.ArgumentException.With.Message.Contains("shape"));
    }

    /// <summary>A model like the one of a folder, with other weights.</summary>
    private static Model Made(string folder)
    {
        if (folder == "attention")
        {
            var tokens = Keras.Input((4, 6));
            var attention = new Model(tokens, new Dense(2) { Name = "head" }.Apply(new MultiHeadAttention(2, 3) { Name = "mha" }.Apply([tokens, tokens])));
            attention.Quantize("int8");
            return attention;
        }

        // The architecture alone, as the file has it.
        var saved = Keras.LoadModel(Golden.PathOf($"quantization/models/{folder}/model.keras"));
        return Keras.ModelFromJson(saved.ToJson());
    }

    private static string?[] Modes(Layer layer) => [layer.QuantizationMode, .. layer.SubLayers.SelectMany(Modes)];

    private static (Tensor X, Tensor Y) Io(string folder)
    {
        var arrays = Npz.Load(Golden.PathOf($"quantization/models/{folder}/io.npz"));
        return (arrays["x0"], arrays["y0"]);
    }

    private static void Near(Model model, Tensor x, Tensor y)
    {
        QuantizationGolden.Near(model.Apply(x), y, "called");
        QuantizationGolden.Near(model.Predict(x, verbose: 0).Single(), y, "predicted");
    }
}

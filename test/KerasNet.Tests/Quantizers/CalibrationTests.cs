using System.Text.Json;
using KerasNet.Layers;
using KerasNet.Quantizers;

namespace KerasNet.Tests.Quantizers;

/// <summary>GPTQ and AWQ find Keras's integers, and language models are quantised by their data.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class CalibrationTests(string backend) : BackendFixture(backend)
{
    public static IEnumerable<TestCaseData> Cases => QuantizationGolden.Cases("functions").Where(c => c.GetProperty("name").GetString() is "Gptq" or "Awq")
        .Select((c, i) => new TestCaseData(c).SetArgDisplayNames(c.GetProperty("name").GetString()!, $"{i}"));

    [TestCaseSource(nameof(Cases))]
    public void FindsKerassIntegers(JsonElement json)
    {
        var a = json.GetProperty("arguments");
        var (kernel, seen, group) = (QuantizationGolden.Array(a.GetProperty("kernel")), QuantizationGolden.Array(a.GetProperty("activations")), a.GetProperty("groupSize").GetInt32());
        var isGptq = json.GetProperty("name").GetString() == "Gptq";
        var bits = isGptq ? a.GetProperty("bits").GetInt32() : 4;
        ICalibration calibration = isGptq
            ? new Gptq(new GPTQConfig(null, null, weightBits: bits, groupSize: group, activationOrder: a.GetProperty("activationOrder").GetBoolean()), kernel.Shape[0])
            : new Awq(new AWQConfig(null, null, groupSize: group, numGridPoints: a.GetProperty("gridPoints").GetInt32()), kernel.Shape[0]);
        calibration.See(seen[..15]);
        calibration.See(seen[15..]);
        var values = calibration.Quantize(kernel);
        var expected = QuantizationGolden.Arrays(json.GetProperty("results"));
        var bytes = Ops.Cast(values.Integers, DataType.UInt8);
        QuantizationGolden.Same(bits == 4 ? Quantizer.PackInt4(bytes, 0, DataType.UInt8).Packed : bytes, expected[0], "integers");
        QuantizationGolden.Near(values.Scale, expected[1], "scale", tolerance: 1e-6);
        QuantizationGolden.Same(values.Zero, expected[2], "zero");
        QuantizationGolden.Near(values.Index, expected[3], "index", tolerance: 1e-6);
        if (!isGptq)
        {
            QuantizationGolden.Near(values.Factors!, expected[4], "factors", tolerance: 1e-6);
        }
    }

    [TestCase("gptq")]
    [TestCase("awq")]
    public void ALanguageModelIsQuantizedByItsData(string mode)
    {
        Keras.SetRandomSeed(11); // a kernel without a column of one sign, for which Keras finds no zero
        var (model, structure) = LanguageModel();
        var tokens = Ops.Reshape(Ops.Mod(Ops.Arange(64) * 7, 12), new TensorShape(8, 8));
        var floats = model.Apply(tokens);
        _ = model.Apply(tokens);
        string[] texts = ["0 7 2 9 4 11 6 1", "8 3 10 5 0 7 2 9"];
        Tensor Tokenize(string text) => text.Split(' ').Select(int.Parse).ToArray();
        CalibrationConfig config = mode == "gptq"
            ? new GPTQConfig(texts, Tokenize, numSamples: 6, sequenceLength: 8, weightBits: 8, groupSize: -1, quantizationLayerStructure: structure)
            : new AWQConfig(texts, Tokenize, numSamples: 6, sequenceLength: 8, groupSize: -1, quantizationLayerStructure: structure);
        model.Quantize(config: config);
        Assert.That(model.Layers.Select(l => l.QuantizationMode), Is.All.Null, "what is not in a block stays");
        Assert.That(structure.SequentialBlocks[0].SubLayers.OfType<AdaptedLayer>().Select(l => l.QuantizationMode), Is.EqualTo(new[] { mode, mode }));
        Assert.That(((Dense)structure.SequentialBlocks[0].SubLayers[^1]).Kernel.DType, Is.EqualTo(DataType.UInt8));
        var quantized = model.Apply(tokens);
        QuantizationGolden.Near(quantized, floats, "output", tolerance: 0.03);
        Assert.That(quantized.Bytes().SequenceEqual(floats.Bytes()), Is.False);
        QuantizationGolden.Near(model.Predict(tokens, verbose: 0).Single(), quantized, "prediction");
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            model.Save(Path.Combine(folder, "model.keras"));
            QuantizationGolden.Near(Keras.LoadModel(Path.Combine(folder, "model.keras")).Apply(tokens), quantized, "output of the model that was read");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void CorrectionsLowerTheError()
    {
        // The same kernel with the data and without: outputs for that data are nearer with it.
        var (kernel, x) = (GradientCase.Sample(new TensorShape(16, 12), -1, 1, seed: 3), Ops.MatMul(GradientCase.Sample(new TensorShape(50, 5), -1, 1, seed: 4), GradientCase.Sample(new TensorShape(5, 16), -1, 1, seed: 5)));
        (kernel, x) = (Ops.Cast(kernel, DataType.Float32), Ops.Cast(x, DataType.Float32));
        double Error(bool sees)
        {
            var gptq = new Gptq(new GPTQConfig(null, null, weightBits: 3, groupSize: -1), 16);
            if (sees)
            {
                gptq.See(x);
            }

            var values = gptq.Quantize(kernel);
            var floats = Ops.Transpose(Blocks.Floats(values.Integers, values.Scale, values.Zero, values.Index, -1));
            return Ops.Mean(Ops.Square(Ops.MatMul(x, floats) - Ops.MatMul(x, kernel))).ToDouble();
        }

        Assert.That(Error(sees: true), Is.LessThan(0.5 * Error(sees: false)));
    }

    [Test]
    public void MisuseIsRefused()
    {
        var (model, structure) = LanguageModel();
        Assert.That(() => model.Quantize("gptq"), Throws.ArgumentException.With.Message.Contains("GPTQConfig"));
        Assert.That(() => model.Quantize(config: new GPTQConfig(["1"], null)), Throws.ArgumentException.With.Message.Contains("structure"));
        Assert.That(() => model.Quantize(config: new AWQConfig(["1"], null, quantizationLayerStructure: structure)), Throws.ArgumentException.With.Message.Contains("tokenizer"));
        Assert.That(() => model.Quantize(config: new AWQConfig(Array.Empty<string>(), null, quantizationLayerStructure: structure)), Throws.ArgumentException.With.Message.Contains("empty"));
        var dense = new Dense(3);
        dense.Apply(Ops.Ones(new TensorShape(2, 4)));
        dense.Quantize(config: new GPTQConfig(null, null, groupSize: 2));
        Assert.That(dense.Apply(Ops.Ones(new TensorShape(2, 4))).Shape, Is.EqualTo(new TensorShape(2, 3)), "computes with its floats until it is calibrated");
        Assert.That(() => dense.AdaptedState!.SaveOwnVariables(), Throws.InvalidOperationException.With.Message.Contains("calibration"));
        Assert.That(() => dense.EnableLora(2), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("GPTQ"));
    }

    private static (Model Model, QuantizationLayerStructure Structure) LanguageModel()
    {
        var tokens = Keras.Input(8, dtype: DataType.Int32);
        var embedding = new Embedding(12, 6) { Name = "embedding" };
        var vectors = Keras.Input((8, 6));
        var up = new EinsumDense("abc,cd->abd", (null, 10), activation: "relu") { Name = "up" }.Apply(vectors);
        var block = new Model(vectors, new Dense(6) { Name = "down" }.Apply(up)) { Name = "block" };
        var model = new Model(tokens, new Dense(4) { Name = "head" }.Apply(block.Apply(embedding.Apply(tokens))));
        return (model, new QuantizationLayerStructure([embedding], [block]));
    }
}

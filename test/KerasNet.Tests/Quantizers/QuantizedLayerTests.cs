using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Quantizers;

namespace KerasNet.Tests.Quantizers;

/// <summary>Layers that are quantised, with low-rank additions and without: Keras's variables to the bit, its outputs and gradients.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class QuantizedLayerTests(string backend) : BackendFixture(backend)
{
    private static readonly Dictionary<string, Func<AdaptedLayer>> s_layers = new()
    {
        ["dense"] = () => new Dense(5, activation: "tanh"),
        ["dense-3d"] = () => new Dense(3, useBias: false),
        ["einsum"] = () => new EinsumDense("abc,cde->abde", (null, 2, 3), biasAxes: "e"),
        ["einsum-output"] = () => new EinsumDense("abcd,cde->abe", (null, 5), biasAxes: "e"),
        ["embedding"] = () => new Embedding(9, 5),
        ["reversible"] = () => new ReversibleEmbedding(9, 5, logitSoftCap: 2),
        ["reversible-back"] = () => new ReversibleEmbedding(9, 5),
        ["untied-back"] = () => new ReversibleEmbedding(9, 5, tieWeights: false),
    };

    private static readonly Dictionary<string, (string Mode, Func<QuantizationConfig>? Config)> s_modes = new()
    {
        ["int8"] = ("int8", null),
        ["int8-weights"] = ("int8", () => new Int8QuantizationConfig(activationQuantizer: (Quantizer?)null)),
        ["int4"] = ("int4", null),
        ["int4-blocks"] = ("int4", () => new Int4QuantizationConfig(blockSize: 3)),
        ["int4-columns"] = ("int4", () => new Int4QuantizationConfig(blockSize: null)),
        ["int4-inputs"] = ("int4", () => new Int4QuantizationConfig(blockSize: -1, activationQuantizer: new AbsMaxQuantizer())),
        ["float8"] = ("float8", null),
    };

    public static IEnumerable<TestCaseData> Cases => QuantizationGolden.Cases("layers").Select(json =>
        new TestCaseData(json).SetArgDisplayNames(Text(json, "layer"), Text(json, "mode"), json.GetProperty("lora").ValueKind == JsonValueKind.Null ? "plain" : "lora"));

    [TestCaseSource(nameof(Cases))]
    public void IsKerass(JsonElement json)
    {
        var layer = s_layers[Text(json, "layer")]();
        var x = QuantizationGolden.Array(json.GetProperty("input"));
        var back = Text(json, "layer").EndsWith("back", StringComparison.Ordinal);
        Call(layer, x, back);
        layer.SetWeights(QuantizationGolden.Arrays(json.GetProperty("before")));
        var (mode, config) = s_modes[Text(json, "mode")];
        layer.Quantize(mode, config?.Invoke());
        if (json.GetProperty("lora") is { ValueKind: JsonValueKind.Array } lora)
        {
            layer.EnableLora(2, loraAlpha: 3);
            var matrices = layer.Weights.Where(w => w.Name.StartsWith("lora_", StringComparison.Ordinal)).ToList();
            foreach (var (variable, value) in matrices.Zip(QuantizationGolden.Arrays(lora)))
            {
                variable.Assign(value);
            }
        }

        Assert.That(layer.QuantizationMode, Is.EqualTo(mode));
        Weights(layer, json.GetProperty("weights"));
        Config(layer, json.GetProperty("config"));
        Store(layer, json.GetProperty("store"));
        Numbers(layer, x, back, json);
        AsRead(layer, x, back);
    }

    [TestCaseSource(nameof(Cases))]
    public void IsCompiled(JsonElement json)
    {
        // The same numbers in a graph as op by op.
        var layer = s_layers[Text(json, "layer")]();
        var x = QuantizationGolden.Array(json.GetProperty("input"));
        var back = Text(json, "layer").EndsWith("back", StringComparison.Ordinal);
        Call(layer, x, back);
        layer.SetWeights(QuantizationGolden.Arrays(json.GetProperty("before")));
        var (mode, config) = s_modes[Text(json, "mode")];
        layer.Quantize(mode, config?.Invoke());
        var compiled = Function.Compile(t => Call(layer, t, back));
        QuantizationGolden.Near(compiled(x), Call(layer, x, back), "output");
    }

    [Test]
    public void MisuseIsRefused()
    {
        var dense = new Dense(3);
        Assert.That(() => dense.Quantize("int8"), Throws.InvalidOperationException.With.Message.Contains("isn't yet built"));
        dense.Apply(Ops.Ones(new TensorShape(2, 4)));
        Assert.That(() => dense.Quantize("int3"), Throws.ArgumentException.With.Message.Contains("int3"));
        Assert.That(() => dense.Quantize(), Throws.ArgumentException.With.Message.Contains("mode"));
        Assert.That(() => dense.Quantize("int4", new Int8QuantizationConfig()), Throws.ArgumentException.With.Message.Contains("Contradictory"));
        Assert.That(() => dense.Quantize("gptq"), Throws.ArgumentException.With.Message.Contains("GPTQConfig"));
        dense.Quantize("int8");
        Assert.That(() => dense.Quantize("int8"), Throws.InvalidOperationException.With.Message.Contains("already quantized"));
        dense.EnableLora(2);
        Assert.That(() => dense.EnableLora(2), Throws.InvalidOperationException.With.Message.Contains("already enabled"));
        var bound = new Dense(3, kernelConstraint: "non_neg");
        bound.Apply(Ops.Ones(new TensorShape(2, 4)));
        Assert.That(() => bound.EnableLora(2), Throws.InvalidOperationException.With.Message.Contains("constraints"));
        var embedding = new Embedding(3, 2);
        embedding.Apply(Ops.Zeros(new TensorShape(1, 1), DataType.Int32));
        Assert.That(() => embedding.Quantize("float8"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("int8, int4"));
        Assert.That(() => new Flatten().Quantize("int8"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Flatten"));
        var dropout = new Dropout(0.5) { DType = "int8_from_float32" };
        Assert.That(() => dropout.Apply(Ops.Ones(new TensorShape(2, 4))), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("_int8_call"));
    }

    [Test]
    public void AModelQuantizesItsLayers()
    {
        Keras.SetRandomSeed(1);
        var model = new Sequential([Keras.Input(6), new Dense(4) { Name = "first" }, new Dense(3) { Name = "second" }, new Dense(2) { Name = "last" }]);
        var x = Ops.Reshape(Ops.Arange(12, dtype: DataType.Float32) / 12.0, new TensorShape(2, 6));
        var before = model.Apply(x);
        _ = (model.Apply(x), model.Predict(x, verbose: 0));
        model.Quantize("int8", null, filters: "^f|ast$");
        Assert.That(model.Layers.Select(l => l.QuantizationMode), Is.EqualTo(new[] { "int8", null, "int8" }));
        var after = model.Apply(x);
        QuantizationGolden.Near(after, before, "output", tolerance: 1e-2);
        Assert.That(after.Bytes().SequenceEqual(before.Bytes()), Is.False, "what was compiled before is used still");
        QuantizationGolden.Near(model.Predict(x, verbose: 0).Single(), after, "prediction");
        model.Layers[1].Quantize("int4");
        QuantizationGolden.Near(model.Predict(x, verbose: 0).Single(), model.Apply(x), "prediction after a layer was quantised on its own");
        Assert.That(((Tensor)model.Predict(x, verbose: 0).Single()).Bytes().SequenceEqual(after.Bytes()), Is.False, "what was compiled before is used still");
        Assert.That(model.Layers[1].DType, Is.EqualTo((DTypePolicy)"int4/128_from_float32"));
    }

    [Test]
    public void ConvolutionsTakeAdditions()
    {
        var conv = new Conv2D(4, 3, padding: "same");
        var x = Ops.Cast(GradientCase.Sample(new TensorShape(2, 5, 5, 3), -1, 1, seed: 2), DataType.Float32);
        var before = conv.Apply(x);
        conv.EnableLora(2, loraAlpha: 4);
        QuantizationGolden.Same(conv.Apply(x), before, "an addition begins at zero");
        Assert.That(conv.TrainableWeights.Select(w => w.Name), Is.EqualTo(new[] { "bias", "lora_kernel_a", "lora_kernel_b" }));
        var (a, b) = (conv.Weights[2], conv.Weights[3]);
        b.Assign(Ops.Ones(b.Shape));
        var sum = new Conv2D(4, 3, padding: "same");
        sum.Apply(x);
        sum.SetWeights([conv.Kernel.ReadNow() + (2 * Ops.MatMul(a.ReadNow(), b.ReadNow())), conv.Bias!.ReadNow()]);
        QuantizationGolden.Near(conv.Apply(x), sum.Apply(x), "the sum of both kernels");
    }

    [Test]
    public void PoliciesReachTheLayersInside()
    {
        var map = new DTypePolicyMap("float32") { ["attention/query"] = "int8_from_float32", ["attention/(key|value)"] = "int4_from_float32" };
        var attention = new MultiHeadAttention(2, 3) { Name = "attention", DType = map };
        attention.Apply([Ops.Ones(new TensorShape(1, 4, 6)), Ops.Ones(new TensorShape(1, 4, 6))]);
        Assert.That(attention.SubLayers.OfType<EinsumDense>().ToDictionary(l => l.Name, l => l.QuantizationMode ?? "none"), Is.EquivalentTo(
            new Dictionary<string, string> { ["query"] = "int8", ["key"] = "int4", ["value"] = "int4", ["attention_output"] = "none" }));
    }

    private static Tensor Call(AdaptedLayer layer, Tensor x, bool back) => back ? ((ReversibleEmbedding)layer).Apply(x, reverse: true) : layer.Apply(x);

    private static void Weights(Layer layer, JsonElement expected)
    {
        Assert.That(layer.Weights.Select(w => (w.Name, w.Trainable)), Is.EqualTo(expected.EnumerateArray().Select(w => (Text(w, "name"), w.GetProperty("trainable").GetBoolean()))));
        foreach (var (weight, value) in layer.Weights.Zip(expected.EnumerateArray()))
        {
            QuantizationGolden.Same(weight.ReadNow(), QuantizationGolden.Array(value.GetProperty("value")), weight.Name);
        }
    }

    private static void Config(Layer layer, JsonElement expected)
    {
        var (received, wanted) = (layer.GetConfig(), JsonNode.Parse(expected.GetRawText())!.AsObject());
        foreach (var key in (string[])["dtype", "quantization_config", "lora_rank", "lora_alpha"])
        {
            var same = key.StartsWith("lora", StringComparison.Ordinal) ? (received[key] is { } n ? double.Parse(n.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : (double?)null) == wanted[key]?.GetValue<int>()
                : JsonNode.DeepEquals(received[key], wanted[key]);
            Assert.That(same, $"{key}: {received[key]?.ToJsonString()} instead of {wanted[key]?.ToJsonString()}");
        }
    }

    private static void Store(AdaptedLayer layer, JsonElement expected)
    {
        var store = layer.AdaptedState!.SaveOwnVariables();
        Assert.That(store.Select(s => s.Name), Is.EqualTo(Enumerable.Range(0, expected.GetArrayLength()).Select(i => $"{i}")));
        foreach (var (saved, value) in store.Zip(QuantizationGolden.Arrays(expected)))
        {
            QuantizationGolden.Near(saved.Value, value, $"saved variable {saved.Name}", tolerance: 1e-6);
        }
    }

    private static void Numbers(AdaptedLayer layer, Tensor x, bool back, JsonElement json)
    {
        using var tape = new GradientTape();
        tape.Watch(x);
        var y = json.GetProperty("mode").GetString() == "float8" ? layer.Apply(x, training: true) : Call(layer, x, back);
        QuantizationGolden.Near(y, QuantizationGolden.Array(json.GetProperty("output")), "output");
        var factors = Ops.Reshape(Ops.Cast(Ops.Mod(Ops.Arange((int)y.Size), 7), DataType.Float32), y.Shape);
        var gradients = tape.Gradient(Ops.Sum(factors * y), [.. x.DType.IsFloating() ? [x] : (Tensor[])[], .. layer.TrainableWeights.Select(w => w.Handle)]);
        foreach (var (i, expected) in json.GetProperty("gradients").EnumerateArray().Select((g, i) => (i, g)))
        {
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Assert.That(gradients[i], Is.Null, $"gradient {i}");
            }
            else
            {
                QuantizationGolden.Near(gradients[i]!, QuantizationGolden.Array(expected), $"gradient {i}");
            }
        }
    }

    /// <summary>A layer that is made from the config has the same variables and takes their values.</summary>
    private static void AsRead(AdaptedLayer layer, Tensor x, bool back)
    {
        var again = (AdaptedLayer)Layer.Deserialize(Layer.Serialize(layer));
        Call(again, x, back);
        Assert.That(again.AdaptedState!.SaveOwnVariables().Select(v => (v.Value.Shape, v.Value.DType)), Is.EqualTo(layer.AdaptedState!.SaveOwnVariables().Select(v => (v.Value.Shape, v.Value.DType))));
        again.AdaptedState!.LoadOwnVariables(layer.AdaptedState!.SaveOwnVariables().ToDictionary(v => v.Name, v => v.Value));
        if (!layer.LoraEnabled)
        {
            QuantizationGolden.Same(Call(again, x, back), Call(layer, x, back), "output of the layer that was read");
        }
    }

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.Preprocessing;

/// <summary>Preprocessing layers against recordings of real Keras: made from its config, adapted to its data, called alone and in a model, written as config again.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class PreprocessingGoldenTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _cases = Golden.Json("text/layers.json");

    public static IEnumerable<TestCaseData> Numbers => Enumerable.Range(0, _cases.GetArrayLength())
        .Select(i => new TestCaseData(i).SetArgDisplayNames($"{i} {_cases[i].GetProperty("layer").GetString()}"));

    [TestCaseSource(nameof(Numbers))]
    public void AgreesWithKeras(int number)
    {
        var golden = _cases[number];
        var layer = Adapted(golden);
        GoldenTensor.AreClose(layer.Apply(Input(golden)).Single(), golden.GetProperty("output"), "output");
        Same(layer.GetConfig(), golden.GetProperty("adapted"));
        foreach (var (weight, expected) in layer.GetWeights().Zip(golden.GetProperty("weights").EnumerateArray()))
        {
            GoldenTensor.AreClose(weight, expected, "weight");
        }

        if (golden.TryGetProperty("vocabulary", out var vocabulary))
        {
            GoldenTensor.AreClose(Terms(layer, special: true), vocabulary, "vocabulary");
            GoldenTensor.AreClose(Terms(layer, special: false), golden.GetProperty("terms"), "terms");
            Assert.That(Size(layer), Is.EqualTo(golden.GetProperty("size").GetInt32()));
        }
    }

    /// <summary>Those whose first axis is one of samples.</summary>
    public static IEnumerable<TestCaseData> ModelNumbers => Numbers.Where(test =>
    {
        var golden = _cases[(int)test.Arguments[0]!];
        var (input, expected) = (Input(golden)[0].Shape, GoldenTensor.Read(golden.GetProperty("output")).Shape);
        return expected.Rank > 0 && expected[0] == input[0] && golden.GetProperty("config").GetRawText() is var config && !config.Contains("\"axis\": [0", StringComparison.Ordinal);
    });

    [TestCaseSource(nameof(ModelNumbers))]
    public void InAModelItGivesTheSame(int number)
    {
        var golden = _cases[number];
        var layer = Adapted(golden);
        var x = Input(golden);
        var expected = GoldenTensor.Read(golden.GetProperty("output"));
        var inputs = new Tensors(x.Select(t => Keras.Input(t.Shape[1..], dtype: t.DType)));
        var output = layer.Apply(x.Count == 1 ? (Tensors)inputs[0] : inputs).Single();
        var model = new Model(inputs, output);
        Assert.That(output.Shape[0], Is.EqualTo(-1));
        Assert.That(output.Shape.IsCompatibleWith(expected.Shape), Is.True, $"{output.Shape} {expected.Shape}");
        Tensor predicted = model.Predict(x.ToArray(), batchSize: output.Shape[1..].IsFullyDefined ? 2 : 100, verbose: 0);
        Assert.That(predicted.Shape, Is.EqualTo(expected.Shape));
        if (expected.Text is not null)
        {
            Assert.That(predicted.Text, Is.EqualTo(expected.Text));
            return;
        }

        Assert.That(Values(predicted), Is.EqualTo(Values(expected)).Within(1e-5));
    }

    [TestCaseSource(nameof(Numbers))]
    public void TheConfigOfAnAdaptedLayerIsRead(int number)
    {
        var golden = _cases[number];
        var layer = Create(golden, "adapted");
        Same(layer.GetConfig(), golden.GetProperty("adapted"), "vocabulary_size");
    }

    private static Layer Adapted(JsonElement golden)
    {
        var layer = Create(golden, "config");
        if (golden.TryGetProperty("adapt", out var data))
        {
            Adapt(layer, GoldenTensor.Read(data));
        }

        if (golden.TryGetProperty("batches", out var batches))
        {
            ((IAdaptable)layer).Adapt(batches.EnumerateArray().Select(GoldenTensor.Read));
        }

        return layer;
    }

    private static void Adapt(Layer layer, Data data)
    {
        switch (layer)
        {
            case StringLookup lookup: lookup.Adapt(data); break;
            case IntegerLookup lookup: lookup.Adapt(data); break;
            case TextVectorization text: text.Adapt(data); break;
            case Normalization normalization: normalization.Adapt(data); break;
            default: ((Discretization)layer).Adapt(data); break;
        }
    }

    private static Layer Create(JsonElement golden, string config) => (Layer)ObjectSerializer.Deserialize(
        new JsonObject { ["class_name"] = golden.GetProperty("layer").GetString(), ["config"] = JsonNode.Parse(golden.GetProperty(config).GetRawText()) }, typeof(Layer));

    private static Tensors Input(JsonElement golden)
    {
        var input = golden.GetProperty("input");
        return input.ValueKind == JsonValueKind.Array ? new Tensors(input.EnumerateArray().Select(GoldenTensor.Read)) : GoldenTensor.Read(input);
    }

    private static Tensor Terms(Layer layer, bool special) => layer switch
    {
        StringLookup lookup => Tensor.From(lookup.GetVocabulary(special).ToArray()),
        IntegerLookup lookup => Tensor.From(lookup.GetVocabulary(special).ToArray()),
        _ => Tensor.From(((TextVectorization)layer).GetVocabulary(special).ToArray()),
    };

    private static int Size(Layer layer) => layer switch
    {
        StringLookup lookup => lookup.VocabularySize(),
        IntegerLookup lookup => lookup.VocabularySize(),
        _ => ((TextVectorization)layer).VocabularySize(),
    };

    private static double[] Values(Tensor t) => [.. Enumerable.Range(0, (int)t.Size).Select(i => NumberReader.At(t, i))];

    private static void Same(JsonObject written, JsonElement recorded, string? except = null)
    {
        var expected = JsonNode.Parse(recorded.GetRawText())!.AsObject();
        Assert.That(written.Select(p => p.Key), Is.EquivalentTo(expected.Select(p => p.Key)));
        foreach (var (key, value) in expected.Where(p => p.Key is not "dtype" && p.Key != except))
        {
            Assert.That(Same(written[key], value), Is.True, $"{key}: {written[key]?.ToJsonString()}, Keras has {value?.ToJsonString()}");
        }
    }

    private static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => true,
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (JsonValue x, JsonValue y) when x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number =>
            Math.Abs(double.Parse(x.ToJsonString()) - double.Parse(y.ToJsonString())) <= 1e-5 * (1 + Math.Abs(double.Parse(y.ToJsonString()))),
        (JsonObject, _) => JsonNode.DeepEquals(a, b),
        _ => a?.ToJsonString() == b?.ToJsonString(),
    };
}

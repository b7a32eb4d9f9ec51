using System.Text.Json.Nodes;
using KerasNet.Conformance.Fuzz;

namespace KerasNet.Tests.EachLayer;

/// <summary>Wrong arguments and shapes that real Keras refuses, for every layer that has them (scripts/make_refusal_goldens.py): they are refused here, with an error of the house.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RefusalTests(string backend) : BackendFixture(backend)
{
    private static readonly Lazy<ILookup<string, JsonObject>> _cases = new(() =>
        File.ReadLines(Golden.PathOf("layers/refusals.jsonl")).Select(l => JsonNode.Parse(l)!.AsObject()).ToLookup(c => c["class"]!.GetValue<string>()));

    public static IEnumerable<string> Classes => _cases.Value.Select(g => g.Key);

    [TestCaseSource(nameof(Classes))]
    public void RefusesWhatKerasRefuses(string name)
    {
        var faults = new List<string>();
        foreach (var golden in _cases.Value[name])
        {
            if (golden["refuses"]?.GetValue<string>() is not { } keras)
            {
                continue;
            }

            var error = ErrorOf(golden);
            if (error is not (ArgumentException or InvalidOperationException or NotSupportedException or KerasNet.TensorFlow.TensorFlowException))
            {
                faults.Add($"{golden["config"]!.ToJsonString()}, inputs {golden["inputs"]!.ToJsonString()}, rank {golden["rank"]}: {error?.GetType().Name ?? "accepted"} {error?.Message}\n    Keras: {keras}");
            }
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void SamplesRun([ValueSource(typeof(LayerSamples), nameof(LayerSamples.Classes))] string name)
    {
        if (name != "FeatureSpace")
        {
            LayerRun.Run(Call(name, LayerSamples.Config(name), LayerSamples.Inputs(name), 0));
        }
    }

    private static Exception? ErrorOf(JsonObject golden)
    {
        var name = golden["class"]!.GetValue<string>();
        try
        {
            LayerRun.Run(Call(name, golden["config"]!.AsObject(), LayerSamples.Inputs(name), golden["rank"]!.GetValue<int>()));
            return null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error;
        }
    }

    private static JsonObject Call(string name, JsonObject config, IReadOnlyList<(int[] Shape, string Type)> inputs, int rank) => new()
    {
        ["class"] = name,
        ["config"] = config.DeepClone(),
        ["inputs"] = new JsonArray([.. inputs.Select(i => (JsonNode?)new JsonObject
        {
            ["shape"] = new JsonArray([.. (rank >= 0 ? i.Shape.Concat(Enumerable.Repeat(2, rank)) : i.Shape[..rank]).Select(d => (JsonNode?)d)]),
            ["dtype"] = i.Type,
        })]),
    };
}

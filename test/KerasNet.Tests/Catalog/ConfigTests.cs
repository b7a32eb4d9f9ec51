using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Tests.Catalog;

/// <summary>Configs that Keras wrote are read, and written again as they were.</summary>
public sealed class ConfigTests
{
    private static readonly Dictionary<string, Type> _kinds = new()
    {
        ["losses"] = typeof(Loss), ["metrics"] = typeof(Metric), ["optimizers"] = typeof(Optimizer), ["schedules"] = typeof(LearningRateSchedule),
        ["regularizers"] = typeof(Regularizer), ["constraints"] = typeof(Constraint), ["initializers"] = typeof(Initializer),
    };

    public static IEnumerable<TestCaseData> Configs => _kinds.Keys.SelectMany(kind => File.ReadLines(Golden.PathOf($"catalog/conformance/{kind}.jsonl"))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line.Replace("NaN", "0", StringComparison.Ordinal)).GetProperty("config"))
        .Where(c => c.GetProperty("class_name").GetString() != "Constant")
        .Select(c => c.GetRawText()).Distinct().Select(c => new TestCaseData(kind, c)));

    [TestCaseSource(nameof(Configs))]
    public void IsReadAndWritten(string kind, string serialized)
    {
        var recorded = JsonNode.Parse(serialized)!.AsObject();
        var made = ObjectSerializer.Deserialize(recorded, _kinds[kind]);
        var written = ObjectSerializer.Serialize(made);
        Assert.That(written["class_name"]!.GetValue<string>(), Is.EqualTo(recorded["class_name"]!.GetValue<string>()));
        Assert.That(written["module"]!.GetValue<string>(), Is.EqualTo(kind == "schedules" ? "keras.optimizers.schedules" : "keras." + kind));
        foreach (var (key, value) in recorded["config"]!.AsObject())
        {
            Assert.That(Same(written["config"]![key], value), $"{key}: {written["config"]![key]?.ToJsonString()}, Keras has {value?.ToJsonString()}");
        }
    }

    // Numbers are float32 in some of Keras's configs.
    private static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => true,
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (JsonObject x, JsonObject y) => y.All(p => p.Key is "module" or "registered_name" or "build_config" || Same(x[p.Key], p.Value)),
        (JsonValue x, JsonValue y) when x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number => Math.Abs(Number(x) - Number(y)) <= 1e-6 * Math.Abs(Number(y)),
        (not null, not null) => Text(a) == Text(b),
        _ => false,
    };

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(JsonNode node) => node.ToJsonString();
}

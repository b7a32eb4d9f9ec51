using System.Text.Json.Nodes;
using KerasNet.Metrics;
using KerasNet.Saving.Legacy;
using KerasNet.Training;

namespace KerasNet.Saving;

/// <summary>Metrics in compiled states. A flat list belongs to all outputs in Keras 1 and 2, and is dealt out one by one in Keras 3. Row 20 of loading-traps.md.</summary>
internal static class MetricConfig
{
    public static MetricSpec? Create(JsonNode? node, int outputs, KerasOrigin origin)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonArray { Count: 0 }:
                return null;
            case JsonArray list:
                var isFlat = !list.Any(n => n is JsonArray);
                if (origin.Major < 3 && outputs > 1 && isFlat)
                {
                    return MetricSpec.Create([.. Enumerable.Range(0, outputs).Select(_ => List(list, origin))]);
                }

                return List(list, origin);
            case JsonObject o when !o.ContainsKey("class_name"):
                return (MetricSpec)o.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value is JsonArray several ? List(several, origin) : One(p.Value!, origin));
            default:
                return One(node, origin);
        }
    }

    private static MetricSpec List(JsonArray list, KerasOrigin origin) =>
        MetricSpec.Create([.. list.Select(n => n is JsonArray inner ? List(new JsonArray([.. inner.Where(i => i is not null).Select(i => i!.DeepClone())]), origin) : n is null ? MetricSpec.Create([]) : One(n, origin))]);

    private static MetricSpec One(JsonNode node, KerasOrigin origin)
    {
        if (TrainingFunction.NameOf(node) is { } known)
        {
            return Named(known);
        }

        var o = node.AsObject();
        var name = o.Text("class_name") ?? string.Empty;
        var config = (o["config"] as JsonObject ?? []).DeepClone().AsObject();
        if (name is "MeanMetricWrapper" or "SumOverBatchSizeMetricWrapper")
        {
            // The name under which it was compiled says more than the function's: "accuracy", "acc".
            var function = config["fn"] is JsonObject inner ? inner.Text("config") : config.Text("fn");
            return Named(config.Text("name") is "accuracy" or "acc" or "crossentropy" or "ce" ? config.Text("name")! : function ?? config.Text("name") ?? string.Empty);
        }

        return (Metric)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = name, ["config"] = config, ["registered_name"] = o["registered_name"]?.DeepClone() }, typeof(Metric));
    }

    private static MetricSpec Named(string name) => LoadContext.Find(c => c.FindLoss(Bare(name))) is { } own
        ? new MeanMetricWrapper(own, name)
        : Bare(name);

    /// <summary>The name without package and module.</summary>
    private static string Bare(string name) => name[(name.LastIndexOfAny(['.', '>']) + 1)..];
}

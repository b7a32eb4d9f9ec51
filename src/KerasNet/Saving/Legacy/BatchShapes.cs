using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Reshapes to <c>[tf.shape(x)[0], …]</c> in functional models of TensorFlow 2: the batch stays, so its size need not be computed.</summary>
internal static class BatchShapes
{
    /// <param name="config">A functional model's config, its calls in Keras 3's form.</param>
    public static void Apply(JsonObject config)
    {
        var entries = (config["layers"] as JsonArray ?? []).OfType<JsonObject>().ToList();

        // Batch sizes by the name of their node, with the tensor whose size it is.
        var shapes = Sources(entries, "shape", _ => true);
        var sizes = Sources(entries, "getitem", named => named["slice_spec"].Whole() == 0);
        foreach (var entry in entries.Where(e => Function(e) == "reshape"))
        {
            foreach (var call in Calls(entry))
            {
                if (call["kwargs"] is not JsonObject named || named["shape"] is not JsonArray { Count: > 0 } shape || shape.Skip(1).Any(d => d is not JsonValue v || v.GetValueKind() != JsonValueKind.Number)
                    || HistoryOf(shape[0]) is not { } size || !sizes.TryGetValue(size, out var from) || !shapes.TryGetValue(from, out var tensor))
                {
                    continue;
                }

                var rest = new JsonArray([.. shape.Skip(1).Select(d => d?.DeepClone())]);
                if (rest.All(d => d.Whole() >= 0))
                {
                    rest.Insert(0, -1);
                    named["shape"] = rest;
                }
                else if (HistoryOf((call["args"] as JsonArray)?.FirstOrDefault()) == tensor)
                {
                    named["shape"] = rest;
                    entry["config"]!["function"] = "reshape_each";
                }
            }
        }
    }

    private static Dictionary<string, string> Sources(List<JsonObject> entries, string function, Func<JsonObject, bool> fits) => entries
        .Where(e => Function(e) == function && Calls(e).All(c => fits(c["kwargs"] as JsonObject ?? [])))
        .Select(e => (Name: e.Text("name"), From: HistoryOf((Calls(e).FirstOrDefault()?["args"] as JsonArray)?.FirstOrDefault())))
        .Where(p => p is { Name: not null, From: not null })
        .DistinctBy(p => p.Name).ToDictionary(p => $"""["{p.Name}",0,0]""", p => p.From!, StringComparer.Ordinal);

    private static IEnumerable<JsonObject> Calls(JsonObject entry) => (entry["inbound_nodes"] as JsonArray ?? []).OfType<JsonObject>();

    private static string? Function(JsonObject entry) => (entry["config"] as JsonObject)?.Text("function") is { } function ? function[(function.LastIndexOf('.') + 1)..] : null;

    private static string? HistoryOf(JsonNode? tensor) => (tensor as JsonObject)?["config"]?["keras_history"]?.ToJsonString();
}

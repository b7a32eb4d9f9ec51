using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Nested models have a call of their own in Keras 1, 2 and early 3, which callers count: their references begin at 1. Row 12 of loading-traps.md.</summary>
/// <remarks>A model's last call is always referred to, or it would not be in the file; so the greatest index tells where counting begins.</remarks>
internal static class CallIndices
{
    public static void Apply(JsonObject config, IReadOnlyList<JsonObject> entries)
    {
        var references = new List<JsonArray>();
        foreach (var entry in entries)
        {
            Collect(entry["inbound_nodes"], references);
        }

        Outer(config["input_layers"], references);
        Outer(config["output_layers"], references);
        var calls = entries.GroupBy(NameOf).ToDictionary(g => g.Key, g => (g.First()["inbound_nodes"] as JsonArray)?.Count ?? 0, StringComparer.Ordinal);
        foreach (var group in references.GroupBy(r => $"{r[0]}"))
        {
            var first = calls.TryGetValue(group.Key, out var count) && count > 0 ? group.Max(r => r[1].Whole() ?? 0) - (count - 1) : 0;
            foreach (var reference in group.Where(_ => first != 0))
            {
                reference[1] = Math.Max(0, (reference[1].Whole() ?? 0) - first);
            }
        }
    }

    private static string NameOf(JsonObject entry) => entry.Text("name") ?? entry["config"]?["name"]?.GetValue<string>() ?? string.Empty;

    private static void Collect(JsonNode? node, List<JsonArray> references)
    {
        if (node is JsonObject o)
        {
            if (o["keras_history"] is JsonArray { Count: 3 } history)
            {
                references.Add(history);
            }

            foreach (var (_, value) in o)
            {
                Collect(value, references);
            }
        }
        else if (node is JsonArray a)
        {
            foreach (var item in a)
            {
                Collect(item, references);
            }
        }
    }

    private static void Outer(JsonNode? node, List<JsonArray> references)
    {
        if (CallForms.IsRef(node))
        {
            references.Add(node!.AsArray());
        }
        else
        {
            foreach (var item in node as JsonArray ?? [])
            {
                Outer(item, references);
            }
        }
    }
}

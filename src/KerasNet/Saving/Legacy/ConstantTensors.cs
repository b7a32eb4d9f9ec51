using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Nested lists of numbers as Keras 3's constant tensor. Row 13 of loading-traps.md.</summary>
internal static class ConstantTensors
{
    public static JsonObject Of(JsonArray list)
    {
        var (shape, values) = (new List<int>(), new JsonArray());
        for (JsonNode? level = list; level is JsonArray a; level = a.Count > 0 ? a[0] : null)
        {
            shape.Add(a.Count);
        }

        Flatten(list, values);
        var whole = values.All(v => v.Whole() is not null && !v!.ToJsonString().Contains('.', StringComparison.Ordinal));
        return ConfigEdits.Object("__tensor__", new JsonObject
        {
            ["dtype"] = values.Count > 0 && values.All(v => v!.GetValueKind() is JsonValueKind.True or JsonValueKind.False) ? "bool" : whole ? "int32" : "float32",
            ["shape"] = new JsonArray([.. shape.Select(d => (JsonNode)d)]),
            ["value"] = values,
        });
    }

    private static void Flatten(JsonNode? node, JsonArray values)
    {
        if (node is JsonArray a)
        {
            foreach (var item in a)
            {
                Flatten(item, values);
            }
        }
        else
        {
            values.Add(node?.DeepClone() ?? 0);
        }
    }
}

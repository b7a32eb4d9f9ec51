using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Numbers that were NumPy's when the model was saved: <c>{"type": "ndarray", "value": 0.3}</c>. Row 4 of loading-traps.md.</summary>
internal static class NumpyNumbers
{
    public static void Unwrap(JsonNode node)
    {
        if (node is JsonObject o)
        {
            foreach (var (key, value) in o.ToList())
            {
                if (value is JsonObject { Count: 2 } number && number.ContainsKey("value") && number.Text("type") is { } type && !type.Contains('>', StringComparison.Ordinal))
                {
                    o[key] = number["value"]?.DeepClone();
                }
                else if (NumpyPickles.Number(value) is { } pickled)
                {
                    o[key] = pickled;
                }
                else if (value is not null)
                {
                    Unwrap(value);
                }
            }
        }
        else if (node is JsonArray a)
        {
            foreach (var item in a.OfType<JsonNode>())
            {
                Unwrap(item);
            }
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>NumPy's numbers in YAML: how to make them again, with their bytes in base64. Only the bytes are read. Row 4 of loading-traps.md.</summary>
internal static class NumpyPickles
{
    /// <summary>The number; null where the node is none.</summary>
    public static double? Number(JsonNode? node)
    {
        // An array: {"args": …, "state": [1, shape, dtype, false, bytes]}; a scalar: [dtype, bytes].
        var (dtype, data) = node is JsonObject o && o["state"] is JsonArray { Count: 5 } state ? (state[2], state[4])
            : node is JsonArray { Count: 2 } a && a[0] is JsonObject t && t.ContainsKey("args") ? (a[0], a[1])
            : (null, null);
        if (dtype?["args"] is not JsonArray { Count: > 0 } arguments || arguments[0] is not JsonValue type || data is not JsonValue text || text.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        var bytes = new byte[64];
        return !Convert.TryFromBase64String(text.GetValue<string>().Trim(), bytes, out var count) ? null : (type.ToString(), count) switch
        {
            ("f4", 4) => BitConverter.ToSingle(bytes),
            ("f8", 8) => BitConverter.ToDouble(bytes),
            ("i4", 4) => BitConverter.ToInt32(bytes),
            ("i8", 8) => BitConverter.ToInt64(bytes),
            _ => null,
        };
    }
}

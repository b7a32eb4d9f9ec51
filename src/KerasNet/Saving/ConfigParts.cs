using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving;

/// <summary>Parts that a config must have. A file is what it is: where one is missing, or is something else, that is said.</summary>
internal static class ConfigParts
{
    /// <exception cref="InvalidDataException">It is missing or no text.</exception>
    public static string NeedText(this JsonObject o, string key) => o[key] is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : throw Bad(o, key, "a text");

    /// <exception cref="InvalidDataException">It is missing or no list.</exception>
    public static JsonArray NeedList(this JsonObject o, string key) => o[key] as JsonArray ?? throw Bad(o, key, "a list");

    /// <exception cref="InvalidDataException">It is missing or no object.</exception>
    public static JsonObject NeedObject(this JsonObject o, string key) => o[key] as JsonObject ?? throw Bad(o, key, "an object");

    /// <summary>The objects of a list.</summary>
    /// <exception cref="InvalidDataException">It is missing, no list, or has other items.</exception>
    public static IEnumerable<JsonObject> NeedObjects(this JsonObject o, string key) => o.NeedList(key).Select(n => n as JsonObject ?? throw Bad(o, key, "a list of objects"));

    private static InvalidDataException Bad(JsonObject o, string key, string expected) =>
        new($"The config is damaged: '{key}' is {Short(o[key])}, expected {expected}, in an object with the keys {string.Join(", ", o.Select(p => p.Key))}.");

    private static string Short(JsonNode? node) => node?.ToJsonString() is not { } text ? "missing" : text.Length > 60 ? text[..60] + "…" : text;
}

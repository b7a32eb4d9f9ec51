using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Small changes of configs.</summary>
internal static class ConfigEdits
{
    /// <summary>A text; null for everything else.</summary>
    public static string? Text(this JsonObject o, string key) => o[key] is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : null;

    /// <summary>A number, whatever .NET type holds it; null for everything else.</summary>
    public static double? Number(this JsonNode? node) => node is not JsonValue v || v.GetValueKind() != JsonValueKind.Number ? null
        : v.TryGetValue<double>(out var d) ? d : v.TryGetValue<int>(out var i) ? i : v.TryGetValue<long>(out var l) ? l : null;

    /// <summary>A whole number; null for everything else.</summary>
    public static int? Whole(this JsonNode? node) => node.Number() is { } d && d == Math.Floor(d) && Math.Abs(d) <= int.MaxValue ? (int)d : null;

    /// <summary>True for <c>true</c>, and for a number that is not 0.</summary>
    public static bool Flag(this JsonNode? node) => node is JsonValue v && v.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => v.Number() != 0,
        _ => false,
    };

    /// <summary>Takes a key out.</summary>
    public static bool Take(this JsonObject o, string key, out JsonNode? value)
    {
        var has = o.TryGetPropertyValue(key, out value);
        if (has)
        {
            o.Remove(key);
        }

        return has;
    }

    /// <summary>Gives a key another name; one that is there already wins.</summary>
    public static void Rename(this JsonObject o, string from, string to)
    {
        if (o.Take(from, out var value) && !o.ContainsKey(to))
        {
            o[to] = value;
        }
    }

    /// <summary>Replaces a key's value; nothing happens without the key.</summary>
    public static void Change(this JsonObject o, string key, Func<JsonNode?, JsonNode?> change)
    {
        if (o.TryGetPropertyValue(key, out var value))
        {
            o.Remove(key);
            o[key] = change(value);
        }
    }

    /// <summary>Takes keys out.</summary>
    public static void Drop(this JsonObject o, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            o.Remove(key);
        }
    }

    /// <summary>The same config with every number in one form, as if it had been read from a file.</summary>
    public static JsonObject Reread(this JsonObject o) => JsonNode.Parse(o.ToJsonString(), null, new JsonDocumentOptions { MaxDepth = 900 })!.AsObject();

    /// <summary>Keras's <c>{"class_name", "config"}</c>.</summary>
    public static JsonObject Object(string className, JsonObject? config = null) => new() { ["class_name"] = className, ["config"] = config ?? [] };
}

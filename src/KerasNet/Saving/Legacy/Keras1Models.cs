using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>What a whole model of Keras 1 tells about its layers. Row 9 of loading-traps.md.</summary>
internal static class Keras1Models
{
    /// <summary>Keras 1's <c>th</c> and <c>tf</c>.</summary>
    public static JsonNode? DataFormatOf(JsonNode? ordering) => ordering is JsonValue v && v.GetValueKind() == JsonValueKind.String
        ? v.GetValue<string>() switch { "th" => "channels_first", "tf" => "channels_last", _ => null }
        : null;

    /// <summary>The data format that layers of a Keras 1 model name; null where none does.</summary>
    public static string? DataFormat(JsonNode? node) => node switch
    {
        JsonObject o when DataFormatOf(o["dim_ordering"]) is { } format => format.GetValue<string>(),
        JsonObject o => o.Select(p => DataFormat(p.Value)).FirstOrDefault(f => f is not null),
        JsonArray a => a.Select(DataFormat).FirstOrDefault(f => f is not null),
        _ => null,
    };
}

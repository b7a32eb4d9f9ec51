using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Losses and metrics of compiled states that are functions: a name, or an object around one.</summary>
internal static class TrainingFunction
{
    /// <summary>The function's name; null for an object of a class.</summary>
    /// <exception cref="InvalidDataException">It is neither a text nor an object.</exception>
    public static string? NameOf(JsonNode node)
    {
        if (node is JsonValue v && v.GetValueKind() == JsonValueKind.String)
        {
            return v.GetValue<string>();
        }

        var o = node as JsonObject ?? throw new InvalidDataException($"The compiled state is damaged: expected the name or the config of a loss or metric. Received: a {node.GetValueKind()}.");
        return o.Text("class_name") == "function" || o["config"] is JsonValue ? o.Text("config") ?? o.Text("registered_name") ?? string.Empty : null;
    }
}

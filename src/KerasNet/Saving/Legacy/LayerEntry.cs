using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>A layer in a config: what the rules read and change.</summary>
/// <param name="Json">Class name, config, and in functional models name and calls.</param>
/// <param name="Origin">Which Keras wrote it.</param>
/// <param name="DataFormat">What the other layers of the model say, for those of Keras 1 that say nothing.</param>
internal sealed record LayerEntry(JsonObject Json, KerasOrigin Origin, string? DataFormat)
{
    public string ClassName { get => Json.Text("class_name") ?? string.Empty; set => Json["class_name"] = value; }

    public JsonObject Config => Json["config"] as JsonObject ?? throw new InvalidDataException($"Layer '{ClassName}' has no config. The file is damaged.");

    /// <summary>The layer's name, for messages.</summary>
    public string Name => Config.Text("name") ?? Json.Text("name") ?? ClassName;

    /// <summary>The calls of the layer in a functional model; empty elsewhere.</summary>
    public IEnumerable<JsonObject> Calls => (Json["inbound_nodes"] as JsonArray)?.OfType<JsonObject>() ?? [];
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Low-rank additions and quantisation in the configs of Keras 3: kept beside the layer for its weights. Rows 4 and 19 of loading-traps.md.</summary>
internal static class AdaptedLayers
{
    public static void Apply(LayerEntry entry)
    {
        var config = entry.Config;
        var notes = new JsonObject();
        foreach (var key in (string[])["lora_rank", "lora_alpha", "quantization_config", "gptq_unpacked_column_size"])
        {
            if (config.Take(key, out var value) && value is not null)
            {
                notes[key] = value.DeepClone();
            }
        }

        if (Mode(config["dtype"], entry.Name) is { } mode)
        {
            notes["mode"] = mode;
        }

        if (notes.Count > 0)
        {
            config[LoadNotes.Key] = notes;
        }
    }

    private static string? Mode(JsonNode? dtype, string layer) => dtype switch
    {
        JsonObject o when o.Text("class_name") == "DTypePolicyMap" && o["config"] is JsonObject map => Mode(map["policy_map"]?.AsObject().FirstOrDefault(p => p.Key.EndsWith(layer, StringComparison.Ordinal)).Value ?? map["default_policy"], layer),
        JsonObject o when o["config"] is JsonObject config && config.Text("mode") is { } mode => mode.Split('/')[0],
        JsonValue v when v.GetValueKind() == JsonValueKind.String && v.GetValue<string>() is var name && name.Contains("_from_", StringComparison.Ordinal) => name[..name.IndexOf("_from_", StringComparison.Ordinal)].Split('/')[0],
        _ => null,
    };
}

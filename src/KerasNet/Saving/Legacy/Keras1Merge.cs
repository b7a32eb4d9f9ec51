using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Keras 1's Merge: its mode is a class of its own today. Row 9 of loading-traps.md.</summary>
internal static class Keras1Merge
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName != "Merge" || entry.Json["module"] is not null || KerasObjects.IsCustom("Merge"))
        {
            return;
        }

        var old = entry.Config;
        var config = new JsonObject { ["name"] = old["name"]?.DeepClone() };
        var mode = old.Text("mode_type") is null or "raw" ? old.Text("mode") : null;
        switch (mode)
        {
            case "sum":
                entry.ClassName = "Add";
                break;
            case "mul":
                entry.ClassName = "Multiply";
                break;
            case "ave":
                entry.ClassName = "Average";
                break;
            case "max":
                entry.ClassName = "Maximum";
                break;
            case "concat":
                entry.ClassName = "Concatenate";
                config["axis"] = old["concat_axis"]?.DeepClone() ?? -1;
                break;
            case "dot":
                entry.ClassName = "Dot";
                config["axes"] = Axes(old["dot_axes"]);
                break;
            case "cos":
                // One axis more than Dot gives: a matrix for each sample.
                entry.ClassName = "Keras1CosineMerge";
                config["axes"] = Axes(old["dot_axes"]);
                break;
            default:
                entry.ClassName = "Lambda";
                config["function"] = old["mode"]?.DeepClone();
                config["output_shape"] = old.Text("output_shape_type") == "raw" ? old["output_shape"]?.DeepClone() : null;
                break;
        }

        entry.Json["config"] = config;
    }

    /// <summary>A pair of axes stands in another list there.</summary>
    private static JsonNode? Axes(JsonNode? axes) => axes switch
    {
        JsonArray { Count: 1 } one when one[0] is JsonArray inner => Axes(inner),
        JsonArray { Count: 2 } pair when pair[0] is JsonArray { Count: 1 } a && pair[1] is JsonArray { Count: 1 } b => new JsonArray(a[0]?.DeepClone(), b[0]?.DeepClone()),
        JsonValue v when v.GetValueKind() == JsonValueKind.Number => v.DeepClone(),
        _ => axes?.DeepClone(),
    };
}

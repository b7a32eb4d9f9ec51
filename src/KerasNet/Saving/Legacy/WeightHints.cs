using System.Text.Json.Nodes;
using KerasNet.Hdf5;

namespace KerasNet.Saving.Legacy;

/// <summary>Arguments that Keras 1 forgot to write and only the weights tell: the shared axes of PReLU. Row 9 of loading-traps.md.</summary>
internal static class WeightHints
{
    public static void Apply(JsonObject model, Hdf5Group weights, KerasOrigin origin)
    {
        if (origin.Major > 1)
        {
            return;
        }

        foreach (var layer in (model["config"]?["layers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (layer.Text("class_name") != "PReLU" || layer["config"] is not JsonObject config || config.ContainsKey("shared_axes") || config.Text("name") is not { } name)
            {
                continue;
            }

            if (weights.Find(name) is Hdf5Group group && group.Attributes.Texts("weight_names") is [var alpha] && group.Find(alpha) is Hdf5Dataset { Shape.Count: > 0 } dataset)
            {
                config["shared_axes"] = new JsonArray([.. dataset.Shape.Select((size, axis) => (size, axis: axis + 1)).Where(d => d.size == 1).Select(d => (JsonNode)d.axis)]);
            }
        }
    }
}

using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Sequential models: a bare list of layers until Keras 2.2.2, an input that stands in the first layer, and branches under a Merge. Rows 2, 3 and 9 of loading-traps.md.</summary>
internal static class SequentialForms
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName != "Sequential")
        {
            return;
        }

        if (entry.Json["config"] is JsonArray list)
        {
            var config = new JsonObject { ["layers"] = list.DeepClone() };
            if (entry.Json.Text("name") is { } name)
            {
                config["name"] = name;
            }

            entry.Json["config"] = config;
        }

        if (entry.Json["config"] is not JsonObject { } whole || whole["layers"] is not JsonArray layers)
        {
            throw new InvalidDataException("A Sequential in the config has no layers. The file is damaged.");
        }

        if (layers.Count > 0 && layers[0] is JsonObject first && first.Text("class_name") == "Merge" && first["config"]?["layers"] is JsonArray)
        {
            Keras1Branches.Apply(entry);
            return;
        }

        AddInput(layers);
    }

    /// <summary>Puts an InputLayer in front, of the shape that the first layer says.</summary>
    private static void AddInput(JsonArray layers)
    {
        if (layers.Count == 0 || layers[0] is not JsonObject first || first.Text("class_name") == "InputLayer" || first["config"] is not JsonObject config)
        {
            return;
        }

        if (InputShapes.Of(first) is { } input)
        {
            layers.Insert(0, ConfigEdits.Object("InputLayer", input));
        }
    }
}

using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>A Sequential of Keras 1 whose first layer merges other Sequentials: a functional model. Row 9 of loading-traps.md.</summary>
internal static class Keras1Branches
{
    public static void Apply(LayerEntry entry)
    {
        var layers = new JsonArray();
        var inputs = new JsonArray();
        var config = (JsonObject)entry.Json["config"]!;
        var last = Chain(config["layers"]!.AsArray(), layers, inputs);
        entry.ClassName = "Functional";
        entry.Json["config"] = new JsonObject
        {
            ["name"] = config["name"]?.DeepClone() ?? entry.Json["name"]?.DeepClone() ?? "sequential",
            ["layers"] = layers,
            ["input_layers"] = inputs,
            ["output_layers"] = new JsonArray(new JsonArray(last, 0, 0)),
        };
    }

    /// <summary>Appends the layers of a Sequential, each called on the one before; gives the name of the last.</summary>
    private static string Chain(JsonArray chain, JsonArray layers, JsonArray inputs)
    {
        string? before = null;
        foreach (var item in chain)
        {
            var layer = item as JsonObject ?? throw new InvalidDataException("A layer of the config is no object. The file is damaged.");
            if (layer.Text("class_name") == "Sequential" && layer["config"] is JsonArray inner && before is null)
            {
                before = Chain(inner, layers, inputs);
                continue;
            }

            var name = layer["config"]?["name"]?.GetValue<string>() ?? throw new InvalidDataException("A layer of the config has no name. The file is damaged.");
            JsonArray call;
            if (layer.Text("class_name") == "Merge" && layer["config"]!["layers"] is JsonArray branches)
            {
                call = new JsonArray([.. branches.Select(b => (JsonNode)Ref(Chain(BranchLayers(b), layers, inputs)))]);
            }
            else
            {
                before ??= AddInput(layer, name, layers, inputs);
                call = new JsonArray(Ref(before));
            }

            var copy = layer.DeepClone().AsObject();
            copy["name"] = name;
            copy["inbound_nodes"] = new JsonArray(call);
            layers.Add((JsonNode)copy);
            before = name;
        }

        return before ?? throw new InvalidDataException("A branch of a Merge has no layers. The file is damaged.");
    }

    private static JsonArray BranchLayers(JsonNode? branch) => branch?["config"] switch
    {
        JsonArray list when branch["class_name"]?.GetValue<string>() == "Sequential" => list,
        JsonObject => [branch.DeepClone()],
        _ => throw new InvalidDataException("A branch of a Merge is no layer. The file is damaged."),
    };

    private static string AddInput(JsonObject first, string name, JsonArray layers, JsonArray inputs)
    {
        var input = InputShapes.Of(first) ?? throw new InvalidDataException($"Layer '{name}' begins a branch but has no input shape. The file is damaged.");
        var inputName = input.Text("name")!;
        layers.Add((JsonNode)new JsonObject { ["class_name"] = "InputLayer", ["config"] = input, ["name"] = inputName, ["inbound_nodes"] = new JsonArray() });
        inputs.Add((JsonNode)new JsonArray(inputName, 0, 0));
        return inputName;
    }

    private static JsonArray Ref(string name) => new(name, 0, 0);
}

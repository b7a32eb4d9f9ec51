using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>A function that is not known here stays in the model as a Lambda of its name: the user may give it, else it explains itself when it is called. Rows 14 and 16 of loading-traps.md.</summary>
internal static class UnknownFunctions
{
    public static void Apply(LayerEntry entry, string function)
    {
        entry.ClassName = "Lambda";
        entry.Json.Drop("registered_name", "build_config", "module");
        entry.Json["config"] = new JsonObject { ["name"] = SlashNames.Plain(entry.Name), ["function"] = function };
        foreach (var call in entry.Calls)
        {
            var tensors = new JsonArray();
            Tensors(call["args"], tensors);
            Tensors(call["kwargs"], tensors);
            call["args"] = new JsonArray(tensors.Count == 1 ? tensors[0]!.DeepClone() : tensors);
            call["kwargs"] = new JsonObject();
        }
    }

    private static void Tensors(JsonNode? node, JsonArray found)
    {
        switch (node)
        {
            case JsonObject o when o.Text("class_name") is "__keras_tensor__" or "__tensor__":
                found.Add(o.DeepClone());
                break;
            case JsonObject o:
                foreach (var (_, value) in o)
                {
                    Tensors(value, found);
                }

                break;
            case JsonArray a:
                foreach (var item in a)
                {
                    Tensors(item, found);
                }

                break;
        }
    }
}

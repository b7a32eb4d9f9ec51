using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Models of a class that is not known here are what their config says: functional or sequential. Row 17 of loading-traps.md.</summary>
internal static class ModelForms
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.Json["config"] is not JsonObject config || config["layers"] is not JsonArray || KerasObjects.IsKnownLayer(entry.ClassName))
        {
            return;
        }

        if (config.ContainsKey("output_layers"))
        {
            entry.ClassName = "Functional";
            entry.Json.Drop("registered_name", "module");
        }
        else if (entry.ClassName is not ("Merge" or "Model"))
        {
            entry.ClassName = "Sequential";
            entry.Json.Drop("registered_name", "module");
        }
    }
}

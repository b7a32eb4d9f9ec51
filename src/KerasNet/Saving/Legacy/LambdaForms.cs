using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Lambda layers: their Python code stays in the config as it is, and is never run. Row 16 of loading-traps.md.</summary>
internal static class LambdaForms
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName != "Lambda")
        {
            return;
        }

        // The mask's function is code too; masks pass.
        entry.Config.Drop("mask", "batch_input_shape", "function_type", "module", "output_shape_module");
        if (entry.Config.Text("output_shape_type") is { } kind && kind != "raw")
        {
            entry.Config["output_shape"] = null;
        }

        entry.Config.Remove("output_shape_type");
    }
}

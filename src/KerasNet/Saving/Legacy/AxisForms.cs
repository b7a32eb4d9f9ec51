using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Batch normalisation's axis as a list of one. Row 5 of loading-traps.md.</summary>
internal static class AxisForms
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName is "BatchNormalization" or "Keras1BatchNormalization" or "Concatenate" or "GroupNormalization" or "RMSNormalization")
        {
            entry.Config.Change("axis", axis => axis is JsonArray { Count: 1 } one ? one[0]?.DeepClone() : axis);
        }
    }
}

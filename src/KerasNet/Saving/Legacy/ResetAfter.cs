using System.Text.Json;

namespace KerasNet.Saving.Legacy;

/// <summary>A GRU that does not say it applies the reset gate before the product, as in Keras 1 and 2; <c>"tf_compatible"</c>-like texts are false too. Row 24 of loading-traps.md.</summary>
internal static class ResetAfter
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName is not ("GRU" or "GRUCell") || entry.Origin.Major >= 3)
        {
            return;
        }

        if (entry.Config["reset_after"] is not { } value || value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            entry.Config["reset_after"] = false;
        }
    }
}

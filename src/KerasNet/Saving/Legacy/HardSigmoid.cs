using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Activations;

namespace KerasNet.Saving.Legacy;

/// <summary>Keras 1 and 2 mean another function by "hard_sigmoid" than Keras 3: <c>clip(0.2 x + 0.5, 0, 1)</c>. Row 11 of loading-traps.md.</summary>
internal static class HardSigmoid
{
    public const string Name = "keras2_hard_sigmoid";

    /// <summary>The function that Keras 1 and 2 mean.</summary>
    public static ActivationFunction Function { get; } = new(static x => Ops.Clip((x * 0.2) + 0.5, 0.0, 1.0), Name);

    public static void Apply(LayerEntry entry)
    {
        if (entry.Origin.Major >= 3)
        {
            return;
        }

        foreach (var (key, value) in entry.Config.ToList())
        {
            if (key.EndsWith("activation", StringComparison.Ordinal) && value is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>() == "hard_sigmoid")
            {
                entry.Config[key] = Name;
            }
        }
    }
}

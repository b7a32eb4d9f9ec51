using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>How many arrays a legacy file holds for a layer's own variables. Row 9 of loading-traps.md.</summary>
internal static class LegacyCounts
{
    public static (int Trainable, int Others) Of(Layer layer, KerasOrigin origin, IReadOnlyList<LegacyWeight> arrays)
    {
        var (trainable, others) = Of(layer);
        if (origin.Major > 1 || trainable == 0)
        {
            return (trainable, others);
        }

        // Keras 1 holds each gate's arrays on their own, unless it was told to save the GPU's time.
        var name = layer.ClassName;
        var gates = name switch { "LSTM" or "LSTMCell" or "ConvLSTMCell" => 4, "GRU" or "GRUCell" => 3, _ => 0 };
        return gates > 0 && arrays.Any(a => HasGateName(a.VariableName)) ? (gates * trainable, others) : (trainable, others);
    }

    /// <summary>How many today's files hold.</summary>
    public static (int Trainable, int Others) Of(Layer layer) => LegacyLeaf.Own(layer) is var own ? (own.Trainable.Count, own.Others.Count) : default;

    private static bool HasGateName(string name) => name.EndsWith("_W_i", StringComparison.Ordinal) || name.EndsWith("_W_z", StringComparison.Ordinal) || name.EndsWith("_U_i", StringComparison.Ordinal) || name.EndsWith("_U_z", StringComparison.Ordinal);
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Activations under names that TensorFlow or early models gave them, and functions in Keras 3's long form. Row 18 of loading-traps.md.</summary>
internal static class ActivationNames
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["softmax_v2"] = "softmax", ["log_softmax_v2"] = "log_softmax", ["relu_v2"] = "relu", ["leaky_relu_v2"] = "leaky_relu", ["elu_v2"] = "elu",
        ["_hard_swish"] = "hard_silu", ["h_swish"] = "hard_silu", ["hswish"] = "hard_silu", ["_hard_sigmoid"] = "hard_sigmoid", ["swish_v2"] = "silu", ["swish_impl"] = "silu",
        ["gelu_new"] = "gelu_tanh", ["gelu_fast"] = "gelu_tanh", ["identity"] = "linear", ["relu_6"] = "relu6",
    };

    public static void Apply(LayerEntry entry)
    {
        foreach (var (key, value) in entry.Config.ToList())
        {
            if (!key.EndsWith("activation", StringComparison.Ordinal))
            {
                continue;
            }

            var name = value is JsonObject { } o && o.Text("class_name") == "function" ? o.Text("config") ?? o.Text("registered_name")
                : value is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>()
                : null;
            if (name is not null)
            {
                entry.Config[key] = _names.GetValueOrDefault(name, name);
            }
        }
    }
}

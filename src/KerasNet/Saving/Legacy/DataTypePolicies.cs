using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>All forms of a layer's dtype: a name, nothing, a policy of Keras 2 or 3, a map of them. Row 19 of loading-traps.md.</summary>
internal static class DataTypePolicies
{
    public static void Apply(LayerEntry entry)
    {
        if (!entry.Config.Take("dtype", out var dtype))
        {
            return;
        }

        if (entry.ClassName == "InputLayer")
        {
            entry.Config["dtype"] = NameOf(dtype) ?? "float32";
            return;
        }

        if (IsQuantized(dtype))
        {
            entry.Config["dtype"] = dtype?.DeepClone();
        }
        else if (NameOf(dtype) is { } name)
        {
            entry.Config["dtype"] = name;
        }
    }

    /// <summary>The name of the policy; null where the default is meant. Quantised policies give the one that they are made from.</summary>
    public static string? NameOf(JsonNode? dtype) => dtype switch
    {
        JsonObject o when o.Text("class_name") == "DTypePolicyMap" => NameOf(o["config"]?["default_policy"]),
        JsonObject o when o["config"] is JsonObject config => config.Text("source_name") ?? Plain(config.Text("name")),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => Plain(v.GetValue<string>()),
        _ => null,
    };

    /// <summary>Policies of kernels in few bits, and maps of policies, are read as they are.</summary>
    private static bool IsQuantized(JsonNode? dtype) => dtype switch
    {
        JsonObject o => o.Text("class_name") == "DTypePolicyMap" || (o["config"] as JsonObject)?.Text("mode") is not null,
        JsonValue v when v.GetValueKind() == JsonValueKind.String => QuantizedDTypePolicy.IsName(v.GetValue<string>()),
        _ => false,
    };

    private static string? Plain(string? name) => name is null || name.Contains("infer", StringComparison.Ordinal) ? null
        : name.Contains("_from_", StringComparison.Ordinal) ? name[(name.IndexOf("_from_", StringComparison.Ordinal) + 6)..]
        : name;
}

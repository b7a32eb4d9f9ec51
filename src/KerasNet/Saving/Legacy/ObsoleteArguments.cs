using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Arguments that the class of today does not have. Neutral ones are dropped; one that would change the result is an error. Row 4 of loading-traps.md.</summary>
internal static class ObsoleteArguments
{
    // These never change a result: how a thing is computed, what is found anew, what other keys say.
    private static readonly HashSet<string> _meaningless =
    [
        "implementation", "fused", "batch_input_shape", "build_input_shape", "input_length", "is_placeholder", "module", "function_type", "autocast",
        "activity_regularizer_class", "dynamic", "use_cudnn_on_gpu", "var_list", "expects_training_arg", "experimental_run_tf_function", "renorm_momentum", "renorm_clipping",
        "flash_attention", "seed", "registered_name", "build_config", "time_dim", "cell_kwargs", "adjustment", "bilinear", "value_range", "optional", "_version",
    ];

    private static readonly Dictionary<string, string[]> _meaninglessIn = new(StringComparer.Ordinal)
    {
        ["DepthwiseConv1D"] = ["filters", "kernel_initializer", "kernel_regularizer", "kernel_constraint", "groups"],
        ["DepthwiseConv2D"] = ["filters", "kernel_initializer", "kernel_regularizer", "kernel_constraint", "groups"],
        ["SeparableConv1D"] = ["kernel_initializer", "kernel_regularizer", "kernel_constraint", "groups"],
        ["SeparableConv2D"] = ["kernel_initializer", "kernel_regularizer", "kernel_constraint", "groups"],
        ["Conv1DTranspose"] = ["groups"], ["Conv2DTranspose"] = ["groups"], ["Conv3DTranspose"] = ["groups"],
        ["Embedding"] = ["sparse", "activity_regularizer"], ["InputLayer"] = ["sparse", "ragged", "type_spec"], ["Lambda"] = ["output_shape_type", "output_shape_module"],
        ["LSTM"] = ["reset_after"], ["SimpleRNN"] = ["reset_after"],
    };

    public static void Apply(LayerEntry entry)
    {
        if (FunctionalOperations.IsFunction(entry.Json) || !KerasObjects.TryFindLayer(entry.ClassName, out var type) || typeof(Model).IsAssignableFrom(type) || type == typeof(Layers.InputLayer) || type == typeof(Layers.Lambda))
        {
            return;
        }

        var known = ConfigShape.Of(type).Parameters.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(["name", "trainable", "dtype", "activity_regularizer"]);
        foreach (var (key, value) in entry.Config.ToList())
        {
            if (known.Contains(key))
            {
                continue;
            }

            if (!_meaningless.Contains(key) && !(_meaninglessIn.TryGetValue(entry.ClassName, out var keys) && keys.Contains(key)) && !IsNeutral(key, value))
            {
                throw new NotSupportedException($"Layer '{entry.Name}' ({entry.ClassName}) of the file has '{key}': {value!.ToJsonString()}, which this class does not have and which would change the result. Register a class of that name with KerasObjects.Register<T>().");
            }

            entry.Config.Remove(key);
        }
    }

    private static bool IsNeutral(string key, JsonNode? value) => value switch
    {
        null => true,
        JsonArray a => a.Count == 0,
        JsonObject o => o.Count == 0 || key.EndsWith("initializer", StringComparison.Ordinal),
        JsonValue v => v.GetValueKind() switch
        {
            JsonValueKind.False => true,
            JsonValueKind.True => key is "trainable" or "supports_masking",
            JsonValueKind.Number => v.Number() is 0 || (key == "groups" && v.Number() == 1),
            JsonValueKind.String => v.GetValue<string>().Length == 0 || key is "data_format" or "name",
            _ => false,
        },
        _ => false,
    };
}

using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>The keywords that every layer has: name, trainable, dtype.</summary>
internal static class LayerConfig
{
    // Of quantisation and low-rank adaptation, which stand as null in the configs of layers that could have them.
    private static readonly string[] _unused = ["quantization_config", "lora_rank", "lora_alpha", "gptq_unpacked_column_size"];

    public static JsonObject Of(Layer layer) => new()
    {
        ["name"] = layer.Name,
        ["trainable"] = layer.Trainable,
        ["dtype"] = ConfigValues.ToJson(layer.DType),
    };

    public static void Apply(Layer layer, JsonObject config, HashSet<string> left)
    {
        if (config["name"]?.GetValue<string>() is { Length: > 0 } name)
        {
            layer.Rename(name);
        }

        if (config["trainable"]?.GetValue<bool>() is { } trainable && trainable != layer.Trainable)
        {
            layer.Trainable = trainable;
        }

        if (config["dtype"] is { } dtype)
        {
            layer.SetDType((DTypePolicy)ConfigValues.FromJson(dtype, typeof(DTypePolicy), "dtype")!);
        }

        if (left.Remove("activity_regularizer") && config["activity_regularizer"] is { } penalty)
        {
            layer.SetActivityRegularizer((Regularizers.Regularizer?)ConfigValues.FromJson(penalty, typeof(Regularizers.Regularizer), "activity_regularizer"));
        }

        left.ExceptWith(["name", "trainable", "dtype"]);
        left.RemoveWhere(key => _unused.Contains(key) && config[key] is null);
    }
}

using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>The keywords that every layer has: name, trainable, dtype; and those of all image layers.</summary>
internal static class LayerConfig
{
    // Of quantisation and low-rank adaptation, which stand as null in the configs of layers that could have them.
    private static readonly string[] _unused = ["quantization_config", "lora_rank", "lora_alpha", "gptq_unpacked_column_size"];

    // These do not take it in Keras 3.
    private static readonly HashSet<string> _withoutTrainable = ["SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "Discretization"];

    public static JsonObject Of(Layer layer)
    {
        var config = new JsonObject { ["name"] = layer.Name, ["trainable"] = layer.Trainable, ["dtype"] = ConfigValues.ToJson(layer.DType) };
        if (_withoutTrainable.Contains(layer.ClassName))
        {
            config.Remove("trainable");
        }

        if (layer is BaseImagePreprocessingLayer { BoundingBoxFormat: { } format })
        {
            config["bounding_box_format"] = format;
        }

        return config;
    }

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

        if (config[LoadNotes.Key] is JsonObject notes)
        {
            LoadNotes.Keep(layer, notes);
            Quantization.RoundedInput.Apply(layer, notes);
        }

        if (layer is BaseImagePreprocessingLayer image && left.Remove("bounding_box_format"))
        {
            image.SetBoundingBoxFormat(config["bounding_box_format"]?.GetValue<string>());
        }

        left.ExceptWith(["name", "trainable", "dtype", LoadNotes.Key]);
        left.RemoveWhere(key => _unused.Contains(key) && config[key] is null);
    }
}

using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>The keywords that every layer has: name, trainable, dtype; and those of all image layers.</summary>
internal static class LayerConfig
{
    // These do not take it in Keras 3.
    private static readonly HashSet<string> _withoutTrainable = ["SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "Discretization"];

    public static JsonObject Of(Layer layer)
    {
        var config = new JsonObject { ["name"] = layer.Name, ["trainable"] = layer.Trainable, ["dtype"] = ConfigValues.ToJson(DTypePolicyMap.Of(layer)) };
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

        if (layer is BaseImagePreprocessingLayer image && left.Remove("bounding_box_format"))
        {
            image.SetBoundingBoxFormat(config["bounding_box_format"]?.GetValue<string>());
        }

        left.ExceptWith(["name", "trainable", "dtype"]);
    }
}

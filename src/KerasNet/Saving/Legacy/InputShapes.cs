using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>All spellings of an input's shape and type. Row 2 of loading-traps.md.</summary>
internal static class InputShapes
{
    private static readonly string[] _keys = ["batch_input_shape", "input_dtype", "batch_size", "input_shape"];

    public static void Apply(LayerEntry entry)
    {
        var config = entry.Config;
        if (entry.ClassName == "InputLayer")
        {
            config.Rename("batch_input_shape", "batch_shape");
            config.Rename("input_dtype", "dtype");
            if (config["batch_shape"] is not JsonArray && config.Take("input_shape", out var shape) && shape is JsonArray one)
            {
                config["batch_shape"] = new JsonArray([null, .. one.Select(d => d?.DeepClone())]);
            }

            if (config["ragged"].Flag())
            {
                throw new NotSupportedException($"Input '{entry.Name}' is ragged. Ragged tensors are not supported: pad the data and use a mask.");
            }

            return;
        }

        config.Drop(_keys);
        if (entry.ClassName is not "Embedding")
        {
            config.Drop("input_dim");
        }

        config.Drop("input_length");
    }

    /// <summary>The InputLayer's config that a first layer carries; null where it carries none.</summary>
    public static JsonObject? Of(JsonObject layer)
    {
        if (layer["config"] is not JsonObject config)
        {
            return null;
        }

        var shape = config["batch_input_shape"] as JsonArray ?? (config["input_shape"] is JsonArray sample ? new JsonArray([null, .. sample.Select(d => d?.DeepClone())]) : null);
        if (shape is null)
        {
            // A wrapper's input may stand in the layer that it wraps.
            return config["layer"] is JsonObject inner && layer.Text("class_name") == "Bidirectional" ? Of(inner) : null;
        }

        return new JsonObject
        {
            ["batch_shape"] = shape.DeepClone(),
            ["dtype"] = config.Text("input_dtype") ?? (layer.Text("class_name") == "Embedding" ? "int32" : TypeOf(config["dtype"]) ?? "float32"),
            ["name"] = $"{config.Text("name") ?? "input"}_input",
        };
    }

    private static string? TypeOf(JsonNode? dtype)
    {
        var name = dtype is JsonObject policy ? policy["config"]?["name"]?.GetValue<string>() : dtype is JsonValue ? dtype.GetValue<string>() : null;
        return name is null || name.StartsWith("mixed_", StringComparison.Ordinal) || name.EndsWith("infer", StringComparison.Ordinal) ? null : name;
    }
}

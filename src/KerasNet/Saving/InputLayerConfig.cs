using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>Inputs in Keras 3's form: batch_shape, dtype, name.</summary>
internal static class InputLayerConfig
{
    public static JsonObject Of(InputLayer layer) => new()
    {
        ["batch_shape"] = ConfigValues.ToJson(layer.BatchShape),
        ["dtype"] = layer.Type.Name(),
        ["sparse"] = layer.Sparse,
        ["ragged"] = false,
        ["name"] = layer.Name,
    };

    public static InputLayer Create(JsonObject config)
    {
        var batch = (TensorShape)ConfigValues.FromJson(config.NeedList("batch_shape"), typeof(TensorShape), "batch_shape")!;
        if (batch.Rank == 0)
        {
            throw new InvalidDataException("The config is damaged: an input's batch_shape has no axis, expected at least the batch.");
        }

        return new InputLayer(batch[1..], batch[0] < 0 ? null : batch[0], DataTypes.Parse(config["dtype"]?.GetValue<string>() ?? "float32"), config["sparse"] is JsonValue sparse && sparse.TryGetValue(out bool isSparse) && isSparse)
        {
            Name = config["name"]?.GetValue<string>() ?? Keras.State.AutoName(nameof(InputLayer)),
        };
    }
}

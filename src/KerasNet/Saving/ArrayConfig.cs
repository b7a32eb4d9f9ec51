using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving;

/// <summary>Arrays in configs: nested lists with a type, as Keras writes NumPy's.</summary>
internal static class ArrayConfig
{
    public static JsonObject Write(Tensor array)
    {
        long at = 0;
        JsonNode Level(int axis) => axis == array.Rank
            ? array.DType == DataType.Bool ? JsonValue.Create(NumberReader.At(array, at++) != 0) : array.DType.IsInteger() ? JsonValue.Create((long)NumberReader.At(array, at++)) : JsonValue.Create(NumberReader.At(array, at++))
            : new JsonArray([.. Enumerable.Range(0, array.Shape[axis]).Select(_ => Level(axis + 1))]);
        return new JsonObject
        {
            ["class_name"] = "__numpy__",
            ["config"] = new JsonObject { ["value"] = Level(0), ["dtype"] = array.DType.Name() },
        };
    }

    /// <exception cref="ArgumentException">The lists are ragged, or hold something else than numbers.</exception>
    public static Tensor Read(JsonObject config)
    {
        var dims = new List<int>();
        for (var level = config["value"]; level is JsonArray list; level = list.Count > 0 ? list[0] : null)
        {
            dims.Add(list.Count);
        }

        var values = new List<double>();
        Collect(config["value"], dims, 0, values);
        var type = DataTypes.Parse(config["dtype"]?.GetValue<string>() ?? "float32");
        return RawOps.Cast(Tensor.Create<double>([.. values], new TensorShape([.. dims])), type);
    }

    private static void Collect(JsonNode? node, List<int> dims, int axis, List<double> values)
    {
        if (axis < dims.Count)
        {
            if (node is not JsonArray list || list.Count != dims[axis])
            {
                throw new ArgumentException($"An array of a config is ragged: expected {dims[axis]} items along axis {axis}. Received: {node?.ToJsonString() ?? "null"}");
            }

            foreach (var item in list)
            {
                Collect(item, dims, axis + 1, values);
            }

            return;
        }

        values.Add(node?.GetValueKind() switch
        {
            JsonValueKind.Number => node.GetValue<double>(),
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => throw new ArgumentException($"An array of a config holds numbers. Received: {node?.ToJsonString() ?? "null"}"),
        });
    }
}

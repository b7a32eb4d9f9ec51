using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>How a function of TensorFlow's is called as a function of Keras 3.</summary>
/// <param name="Op">Keras 3's class of the operation.</param>
/// <param name="Tensors">TensorFlow's names of the tensor arguments, in order.</param>
/// <param name="Config">TensorFlow's names of the other arguments, and Keras's.</param>
/// <param name="Defaults">Keras's arguments that TensorFlow does not write because they are its defaults.</param>
internal sealed record FunctionForm(string Op, string[] Tensors, (string From, string To)[] Config, (string Key, JsonNode? Value)[] Defaults)
{
    /// <summary>Arguments that change nothing of the numbers, or are what Keras does anyway.</summary>
    private static readonly string[] _neutral = ["name", "out_type", "output_type", "validate_indices", "use_cudnn_on_gpu", "dtype_hint"];

    /// <summary>True where the calls give an argument that this form does not know and that is not off: the result would be another.</summary>
    public bool Misses(LayerEntry entry) => entry.Calls.SelectMany(c => c["kwargs"] as JsonObject ?? []).Any(a =>
        a.Value is not null && !_neutral.Contains(a.Key) && !Tensors.Contains(a.Key) && !Array.Exists(Config, c => c.From == a.Key)
        && !(a.Value is JsonValue value && value.ToString() is "" or "false" or "0" or "NHWC" or "ASCENDING" or "SAFE"));

    /// <summary>Makes the layer an operation of Keras 3.</summary>
    public void Apply(LayerEntry entry)
    {
        var config = new JsonObject { ["name"] = SlashNames.Plain(entry.Name) };
        foreach (var (key, value) in Defaults)
        {
            config[key] = value?.DeepClone();
        }

        foreach (var call in entry.Calls)
        {
            var named = call["kwargs"] as JsonObject ?? [];
            var arguments = (JsonArray)call["args"]!;
            foreach (var tensor in Tensors.Skip(arguments.Count))
            {
                if (named.Take(tensor, out var value) && value is not null)
                {
                    arguments.Add(value is JsonArray list && !list.Any(i => i is JsonObject) ? ConstantTensors.Of(list) : value.DeepClone());
                }
            }

            foreach (var (from, to) in Config)
            {
                if (named.Take(from, out var value) && (value is not null || !config.ContainsKey(to)))
                {
                    config[to] = value?.DeepClone();
                }
            }

            call["kwargs"] = new JsonObject();
        }

        Become(entry, Op, config);
    }

    /// <summary>The entry of an operation in place of that of a layer.</summary>
    public static void Become(LayerEntry entry, string op, JsonObject config)
    {
        entry.ClassName = op;
        entry.Json["module"] = "keras.src.ops";
        entry.Json["config"] = config;
        entry.Json.Drop("registered_name", "build_config");
    }
}

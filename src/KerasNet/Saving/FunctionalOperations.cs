using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Models;

namespace KerasNet.Saving;

/// <summary>Operations and their calls inside a functional model's config.</summary>
internal static class FunctionalOperations
{
    public static JsonObject Serialize(Operation operation) => operation is FunctionOperation function
        ? new JsonObject
        {
            ["module"] = "keras.src.ops",
            ["class_name"] = function.ClassName,
            ["config"] = new JsonObject(function.Config.Where(c => c.Value is not TensorIndex[]).Select(c => KeyValuePair.Create(c.Name, ConfigValues.ToJson(c.Value))).Prepend(KeyValuePair.Create("name", (JsonNode?)function.Name))),
            ["registered_name"] = function.ClassName,
        }
        : ObjectSerializer.Serialize(operation);

    public static JsonObject SerializeCall(OperationCall call, FunctionalGraph graph)
    {
        JsonNode? Value(object? value) => value switch
        {
            Tensor { IsKeras: true } t => new JsonObject
            {
                ["class_name"] = "__keras_tensor__",
                ["config"] = new JsonObject
                {
                    ["shape"] = ConfigValues.ToJson(t.Shape),
                    ["dtype"] = t.DType.Name(),
                    ["keras_history"] = FunctionalConfig.Ref(t, graph),
                },
            },
            Tensor t => new JsonObject
            {
                ["class_name"] = "__tensor__",
                ["config"] = new JsonObject { ["dtype"] = t.DType.Name(), ["shape"] = ConfigValues.ToJson(t.Shape), ["value"] = new JsonArray([.. Enumerable.Range(0, (int)t.Size).Select(i => (JsonNode?)NumberReader.At(t, i))]) },
            },
            Tensors { IsSingle: true } one => Value(one[0]),
            Tensors many => new JsonArray([.. many.Select(Value)]),
            _ => ConfigValues.ToJson(value),
        };

        // Functions take their tensors one by one, layers all in one argument.
        // Functions that take one list of tensors take it as one argument; the key of x[…] is an argument too.
        var arguments = call.Operation is FunctionOperation function
            ? new JsonArray([.. function.TakesList ? [new JsonArray([.. call.Inputs.Select(Value)])] : call.Inputs.Select(Value), .. function.Config.Where(c => c.Value is TensorIndex[]).Select(c => ConfigValues.ToJson(c.Value))])
            : call.Operation is Layer { TakesTensorsApart: true } ? new JsonArray([.. call.Inputs.Select(Value)])
            : new JsonArray([Value(call.Inputs)]);
        var named = new JsonObject((call.Arguments?.Named ?? new Dictionary<string, object?>()).Select(p => KeyValuePair.Create(p.Key, Value(p.Value))));
        if (call.Arguments?.Training is { } training)
        {
            named["training"] = training;
        }

        return new JsonObject { ["args"] = arguments, ["kwargs"] = named };
    }

    public static Operation Make(JsonObject entry)
    {
        var className = entry["class_name"]!.GetValue<string>();
        return className == "InputLayer" ? (InputLayer)InputLayerConfig.Create(entry["config"]!.AsObject())
            : FunctionOperation.IsFunction(className) ? FunctionOperation.FromConfig(className, Arguments(className, entry))
            : (Layer)ObjectSerializer.Deserialize(entry, typeof(Layer));
    }

    /// <summary>A function's config, with the arguments of its call that are not tensors: the key of <c>x[…]</c> and what was given by name.</summary>
    private static JsonObject Arguments(string className, JsonObject entry)
    {
        var config = entry["config"]!.DeepClone().AsObject();
        if (entry["inbound_nodes"] is not JsonArray { Count: > 0 } calls)
        {
            return config;
        }

        foreach (var (name, value) in calls[0]!["kwargs"]?.AsObject() ?? [])
        {
            if (value is JsonValue && !config.ContainsKey(name))
            {
                config[name] = value.DeepClone();
            }
        }

        if (className == "GetItem" && !config.ContainsKey("key"))
        {
            config["key"] = (calls[0]!["kwargs"]?["key"] ?? calls[0]!["args"]!.AsArray().ElementAtOrDefault(1))?.DeepClone();
        }

        return config;
    }

    /// <summary>Makes a call when all its tensors exist; false when one is still missing.</summary>
    public static bool TryCall(Operation operation, JsonObject call, Func<JsonArray, Tensor?> find)
    {
        var missing = false;
        object? Value(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject o when o["class_name"]?.GetValue<string>() == "__keras_tensor__":
                    var found = find(o["config"]!["keras_history"]!.AsArray());
                    missing |= found is null;
                    return found is null ? null : (Tensors)found;
                case JsonObject o when o["class_name"]?.GetValue<string>() == "__tensor__":
                    return (Tensors)Constant(o["config"]!.AsObject());
                case JsonArray a when a.Count > 0 && a.All(n => (n as JsonObject)?["class_name"]?.GetValue<string>() is "__keras_tensor__" or "__tensor__"):
                    var items = a.Select(Value).ToList();
                    return missing ? null : new Tensors(items.Cast<Tensors>().Select(t => t[0]));
                case JsonValue v when v.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False:
                    return v.GetValue<bool>();
                case JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                    var d = v.GetValue<double>();
                    return operation is FunctionOperation ? (Tensors)(d == Math.Floor(d) ? (Tensor)(int)d : (Tensor)d) : d;
                case JsonValue v:
                    return v.GetValue<string>();
                default:
                    return null;
            }
        }

        var arguments = call["args"]!.AsArray().Select(Value).ToList();
        var named = (call["kwargs"]?.AsObject() ?? []).ToDictionary(p => p.Key, p => Value(p.Value));
        if (missing)
        {
            return false;
        }

        var inputs = arguments.OfType<Tensors>().ToList();
        if (operation is Layer layer)
        {
            var training = named.Remove("training", out var flag) ? flag as bool? : null;
            named.Remove("mask", out var mask);
            layer.Invoke(inputs.Count == 1 ? inputs[0] : new Tensors(inputs.SelectMany(t => t)), new CallArguments { Training = training, Named = named, Masks = mask as Tensors });
        }
        else
        {
            ((FunctionOperation)operation).Call(inputs.Count == 1 ? inputs[0] : new Tensors(inputs.SelectMany(t => t)));
        }

        return true;
    }

    private static Tensor Constant(JsonObject config)
    {
        var values = config["value"]!.AsArray().Select(n => n!.GetValue<double>()).ToArray();
        var shape = new TensorShape([.. config["shape"]!.AsArray().Select(n => n!.GetValue<int>())]);
        return Ops.Cast(Tensor.Create<double>(values, shape), DataTypes.Parse(config["dtype"]!.GetValue<string>()));
    }
}

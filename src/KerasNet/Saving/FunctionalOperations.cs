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
            ["module"] = function.IsOfImages ? "keras.src.ops.image" : "keras.src.ops",
            ["class_name"] = function.ClassName,
            ["config"] = function.Saved?.Config.DeepClone() ?? new JsonObject(function.Config.Where(c => c.Value is not TensorIndex[] && c.Name != FunctionOperation.Arguments).Select(c => KeyValuePair.Create(c.Name, Argument(c.Value))).Prepend(KeyValuePair.Create("name", (JsonNode?)function.Name))),
            ["registered_name"] = function.ClassName,
        }
        : ObjectSerializer.Serialize(operation);

    /// <summary>An argument of a function. Shapes may have a -1, which is no unknown size but one to be found; tensors are plain numbers, as Keras takes the config as it is.</summary>
    private static JsonNode? Argument(object? value) => value switch
    {
        TensorShape shape => new JsonArray([.. shape.Dims.ToArray().Select(d => (JsonNode)d)]),
        Tensor t => Nested(t),
        _ => ConfigValues.ToJson(value),
    };

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
            Tensor { IsWeak: true, Rank: 0 } number => number.DType.IsFloating() ? PythonNumbers.Float(number.ToDouble()) : Nested(number),
            // NumPy's arrays go where TensorFlow's tensors do not: into the bins of Digitize.
            Tensor t when t.DType != DataType.BFloat16 => ArrayConfig.Write(t),
            Tensor t => new JsonObject
            {
                ["class_name"] = "__tensor__",
                ["config"] = new JsonObject { ["dtype"] = t.DType.Name(), ["value"] = Nested(t) },
            },
            Tensors { IsSingle: true } one => Value(one[0]),
            Tensors many => new JsonArray([.. many.Select(Value)]),
            _ => ConfigValues.ToJson(value),
        };

        if (call.Operation is FunctionOperation { Saved: { } saved })
        {
            return (JsonObject)Refill(saved.Call, new Queue<Tensor>(call.Inputs), t => Value(t)!)!;
        }

        // Layers take all tensors in one argument; functions as Keras's signature has them, and the key of x[…] is an argument too.
        var tensors = new Queue<Tensor>(call.Inputs);
        var arguments = call.Operation is FunctionOperation function
            ? function.Config.FirstOrDefault(c => c.Name == FunctionOperation.Arguments).Value is object?[] own ? new JsonArray([.. own.Select(o => Value(o is Tensor ? tensors.Dequeue() : o))])
                : new JsonArray([.. function.Arrange([.. call.Inputs.Select(Value)]), .. function.Config.Where(c => c.Value is TensorIndex[]).Select(c => ConfigValues.ToJson(c.Value))])
            : call.Operation is Layer { TakesTensorsApart: true } ? new JsonArray([.. call.Inputs.Select(Value)])
            : new JsonArray([Value(call.Inputs)]);
        var named = new JsonObject((call.Arguments?.Named ?? new Dictionary<string, object?>()).Select(p => KeyValuePair.Create(p.Key, Value(p.Value))));
        if (call.Arguments?.Training is { } training)
        {
            named["training"] = training;
        }

        return new JsonObject { ["args"] = arguments, ["kwargs"] = named };
    }

    /// <summary>A call of a file with the tensors of this model in place of those that it had.</summary>
    private static JsonNode? Refill(JsonNode? node, Queue<Tensor> tensors, Func<Tensor, JsonNode> write) => node switch
    {
        JsonObject o when o["class_name"] is JsonValue v && v.ToString() == "__keras_tensor__" => write(tensors.Dequeue()),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Refill(p.Value, tensors, write)))),
        JsonArray a => new JsonArray([.. a.Select(n => Refill(n, tensors, write))]),
        _ => node?.DeepClone(),
    };

    /// <summary>True for a function, false for a layer: ten names are both. A file tells by the module, or by a layer's keywords.</summary>
    public static bool IsFunction(JsonObject entry) => entry["module"] is JsonValue module
        ? module.ToString().Contains(".ops", StringComparison.Ordinal)
        : entry["config"] is JsonObject config && !config.ContainsKey("trainable") && FunctionOperation.IsFunction(ClassNameOf(entry)) && IsCall(entry["inbound_nodes"]);

    private static bool IsCall(JsonNode? calls) => calls is JsonArray { Count: > 0 } list && list[0] is JsonObject call && call.ContainsKey("args");

    public static Operation Make(JsonObject entry) =>
        IsFunction(entry) ? FunctionOperation.FromConfig(ClassNameOf(entry), entry.NeedObject("config"), FirstCall(entry))
            : (Layer)ObjectSerializer.Deserialize(entry, typeof(Layer));

    private static string ClassNameOf(JsonObject entry) => entry.NeedText("class_name");

    private static JsonObject FirstCall(JsonObject entry) => (entry["inbound_nodes"] as JsonArray)?.FirstOrDefault() as JsonObject ?? new JsonObject { ["args"] = new JsonArray() };

    /// <summary>Makes a call when all its tensors exist; false when one is still missing.</summary>
    public static bool TryCall(Operation operation, JsonObject call, Func<JsonArray, Tensor?> find) => operation is FunctionOperation function ? TryCall(function, call, find) : TryCall((Layer)operation, call, find);

    private static bool TryCall(FunctionOperation function, JsonObject call, Func<JsonArray, Tensor?> find)
    {
        // What is no tensor of the model was bound when the function was made.
        var inputs = FunctionArguments.TensorsOf(call["args"]).Concat(FunctionArguments.TensorsOf(call["kwargs"])).Select(t => find(HistoryOf(t))).ToList();
        if (inputs.Contains(null))
        {
            return false;
        }

        function.Call(inputs.Count == 1 ? inputs[0]! : new Tensors(inputs!));
        return true;
    }

    private static JsonArray HistoryOf(JsonObject tensor) => tensor["config"]?["keras_history"] as JsonArray ?? throw new InvalidDataException("The model's config is damaged: a tensor has no keras_history.");

    private static bool TryCall(Layer layer, JsonObject call, Func<JsonArray, Tensor?> find)
    {
        var missing = false;
        object? Value(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject o when o["class_name"]?.GetValue<string>() == "__keras_tensor__":
                    var found = find(HistoryOf(o));
                    missing |= found is null;
                    return found is null ? null : (Tensors)found;
                case JsonObject o when o["class_name"]?.GetValue<string>() is "__tensor__" or "__numpy__":
                    return (Tensors)Constant(o.NeedObject("config"));
                case JsonArray a when a.Count > 0 && a.All(n => (n as JsonObject)?["class_name"]?.GetValue<string>() is "__keras_tensor__" or "__tensor__" or "__numpy__"):
                    var items = a.Select(Value).ToList();
                    return missing ? null : new Tensors(items.Cast<Tensors>().Select(t => t[0]));
                case JsonValue v when v.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False:
                    return v.GetValue<bool>();
                case JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                    return v.GetValue<double>();
                case JsonValue v:
                    return v.GetValue<string>();
                default:
                    return null;
            }
        }

        var arguments = call.NeedList("args").Select(Value).ToList();
        var named = (call["kwargs"]?.AsObject() ?? []).ToDictionary(p => p.Key, p => Value(p.Value));
        if (missing)
        {
            return false;
        }

        CallLayer(layer, arguments.OfType<Tensors>().ToList(), named);
        return true;
    }

    /// <summary>A constant of a config: it takes the type of what it meets, as a number in Python code does.</summary>
    public static Tensor Number(JsonNode node) => node switch
    {
        JsonObject o when o["class_name"]?.GetValue<string>() is "__tensor__" or "__numpy__" => Constant(o.NeedObject("config")),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number => v.ToJsonString() is var text && text.AsSpan().IndexOfAny(".eE") < 0 && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var whole)
            ? whole : v.GetValue<double>(),
        JsonValue v when v.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => v.GetValue<bool>(),
        _ => throw new ArgumentException($"{node.ToJsonString()} is no number."),
    };

    /// <summary>A constant's numbers, nested as its shape.</summary>
    public static JsonNode? Nested(Tensor t) => ArrayConfig.Write(t)["config"]!["value"]!.DeepClone();

    private static void CallLayer(Layer layer, List<Tensors> inputs, Dictionary<string, object?> named)
    {
        var training = named.Remove("training", out var flag) ? flag as bool? : null;
        named.Remove("mask", out var mask);
        foreach (var name in named.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            named.Remove(name);
        }

        // The first argument may stand under its name.
        if (inputs.Count == 0)
        {
            var first = named.FirstOrDefault(p => p.Value is Tensors).Key ?? throw new ArgumentException($"The model's config calls layer '{layer.Name}' on nothing.");
            inputs.Add((Tensors)named[first]!);
            named.Remove(first);
        }

        layer.Invoke(inputs.Count == 1 ? inputs[0] : new Tensors(inputs.SelectMany(t => t)), new CallArguments { Training = training, Named = named, Masks = mask as Tensors });
    }

    private static Tensor Constant(JsonObject config)
    {
        var values = new List<double>();
        Flatten(config["value"]);
        void Flatten(JsonNode? node)
        {
            foreach (var item in node as JsonArray ?? [])
            {
                Flatten(item);
            }

            if (node is JsonValue v)
            {
                values.Add(v.GetValueKind() == System.Text.Json.JsonValueKind.Number ? v.GetValue<double>() : v.GetValue<bool>() ? 1 : 0);
            }
        }

        var shape = config["shape"] is JsonArray dims ? new TensorShape([.. dims.Select(n => n!.GetValue<int>())]) : Shaped(config["value"]);
        if (shape.Size != values.Count)
        {
            throw new ArgumentException($"A constant of the model's config has shape {shape} but {values.Count} values.");
        }

        return Ops.Cast(Tensor.Create<double>([.. values], shape), DataTypes.Parse(config.NeedText("dtype")));
    }

    private static TensorShape Shaped(JsonNode? value)
    {
        var dims = new List<int>();
        for (var level = value; level is JsonArray a; level = a.Count > 0 ? a[0] : null)
        {
            dims.Add(a.Count);
        }

        return new TensorShape([.. dims]);
    }
}

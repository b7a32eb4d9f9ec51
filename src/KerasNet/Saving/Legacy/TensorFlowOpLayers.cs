using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Single ops in functional models of TF 1.14 to 2.3: TensorFlowOpLayer, a NodeDef with constants. Row 14 of loading-traps.md.</summary>
internal static class TensorFlowOpLayers
{
    private static readonly Dictionary<string, string> _functions = new(StringComparer.Ordinal)
    {
        ["AddV2"] = "add", ["Add"] = "add", ["BiasAdd"] = "bias_add", ["Sub"] = "subtract", ["Mul"] = "multiply", ["RealDiv"] = "truediv", ["Div"] = "truediv", ["FloorDiv"] = "floordiv",
        ["FloorMod"] = "floormod", ["Maximum"] = "maximum", ["Minimum"] = "minimum", ["Pow"] = "pow", ["Equal"] = "equal", ["NotEqual"] = "not_equal", ["Greater"] = "greater",
        ["GreaterEqual"] = "greater_equal", ["Less"] = "less", ["LessEqual"] = "less_equal", ["LogicalAnd"] = "logical_and", ["LogicalOr"] = "logical_or", ["LogicalNot"] = "logical_not",
        ["Abs"] = "abs", ["Neg"] = "negative", ["Exp"] = "exp", ["Log"] = "log", ["Log1p"] = "log1p", ["Expm1"] = "expm1", ["Sqrt"] = "sqrt", ["Rsqrt"] = "rsqrt", ["Square"] = "square",
        ["Sin"] = "sin", ["Cos"] = "cos", ["Tan"] = "tan", ["Asin"] = "asin", ["Acos"] = "acos", ["Atan"] = "atan", ["Sinh"] = "sinh", ["Cosh"] = "cosh", ["Tanh"] = "tanh", ["Sigmoid"] = "sigmoid",
        ["Softplus"] = "softplus", ["Softsign"] = "softsign", ["Floor"] = "floor", ["Ceil"] = "ceil", ["Round"] = "round", ["Rint"] = "rint", ["Sign"] = "sign", ["Reciprocal"] = "reciprocal", ["Inv"] = "reciprocal",
        ["Erf"] = "erf", ["Identity"] = "identity", ["StopGradient"] = "stop_gradient", ["ZerosLike"] = "zeros_like", ["OnesLike"] = "ones_like", ["Relu"] = "relu", ["Relu6"] = "relu6", ["Elu"] = "elu", ["Selu"] = "selu",
        ["DivNoNan"] = "divide_no_nan", ["Atan2"] = "atan2", ["IsNan"] = "is_nan", ["SelectV2"] = "where", ["Select"] = "where", ["Softmax"] = "softmax", ["LogSoftmax"] = "log_softmax",
    };

    private static readonly Dictionary<string, string> _reductions = new(StringComparer.Ordinal)
    {
        ["Sum"] = "Sum", ["Mean"] = "Mean", ["Max"] = "Max", ["Min"] = "Min", ["Prod"] = "Prod", ["Any"] = "Any", ["All"] = "All",
    };

    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName != "TensorFlowOpLayer")
        {
            return;
        }

        var node = NodeOf(entry);
        var constants = entry.Config["constants"] as JsonObject ?? [];
        var attributes = node["attr"] as JsonObject ?? [];
        var op = node.Text("op") ?? throw new InvalidDataException($"Layer '{entry.Name}' has no op. The file is damaged.");
        var count = (node["input"] as JsonArray)?.Count(i => i is not null && !i.ToString().StartsWith('^')) ?? 0;
        JsonNode? At(int index) => constants[index.ToString(CultureInfo.InvariantCulture)]?.DeepClone();
        var calls = entry.Calls.ToList();
        foreach (var call in calls)
        {
            call["args"] = Inputs(call, count, At);
        }

        var config = new JsonObject { ["name"] = SlashNames.Plain(entry.Name) };
        if (_functions.TryGetValue(op, out var function))
        {
            FunctionForms.Find(function)!.Apply(entry);
        }
        else if (_reductions.TryGetValue(op, out var reduction))
        {
            (config["axis"], config["keepdims"]) = (At(1), Bool(attributes, "keep_dims"));
            Become(entry, reduction, config, 1);
        }
        else if (!StructureOps(entry, op, config, attributes, At, count))
        {
            UnknownFunctions.Apply(entry, "tf.raw_ops." + op);
        }
    }

    private static bool StructureOps(LayerEntry entry, string op, JsonObject config, JsonObject attributes, Func<int, JsonNode?> at, int count)
    {
        switch (op)
        {
            case "ArgMax" or "ArgMin":
                config["axis"] = at(1) ?? 0;
                Become(entry, op == "ArgMax" ? "Argmax" : "Argmin", config, 1);
                return true;
            case "ConcatV2":
                config["axis"] = at(count - 1);
                Become(entry, "Concatenate", config, count - 1, list: true);
                return true;
            case "Pack":
                config["axis"] = Number(attributes, "axis");
                Become(entry, "Stack", config, count, list: true);
                return true;
            case "Cast":
                config["dtype"] = TypeName(attributes["DstT"]?["type"]?.ToString());
                Become(entry, "Cast", config, 1);
                return true;
            case "Reshape" when at(1) is { } shape:
                config["newshape"] = shape;
                Become(entry, "Reshape", config, 1);
                return true;
            case "Transpose" when at(1) is { } order:
                config["axes"] = order;
                Become(entry, "Transpose", config, 1);
                return true;
            case "ExpandDims":
                config["axis"] = at(1);
                Become(entry, "ExpandDims", config, 1);
                return true;
            case "Squeeze":
                config["axis"] = new JsonArray([.. (attributes["squeeze_dims"]?["list"]?["i"] as JsonArray ?? []).Select(i => (JsonNode)int.Parse($"{i}", CultureInfo.InvariantCulture))]);
                Become(entry, "Squeeze", config, 1);
                return true;
            case "Tile":
                config["repeats"] = at(1);
                Become(entry, "Tile", config, 1);
                return true;
            case "MatMul" or "BatchMatMulV2" or "BatchMatMul":
                var (first, second) = (Bool(attributes, "transpose_a") || Bool(attributes, "adj_x"), Bool(attributes, "transpose_b") || Bool(attributes, "adj_y"));
                if (first || second)
                {
                    config["subscripts"] = $"...{(first ? "ji" : "ij")},...{(second ? "kj" : "jk")}->...ik";
                }

                Become(entry, first || second ? "Einsum" : "Matmul", config, 2);
                return true;
            case "LeakyRelu":
                config["negative_slope"] = attributes["alpha"]?["f"]?.DeepClone() ?? 0.2;
                Become(entry, "LeakyRelu", config, 1);
                return true;
            case "StridedSlice" when at(1) is JsonArray begin && at(2) is JsonArray end:
                return Slice(entry, config, begin, end, at(3) as JsonArray, attributes);
            default:
                return false;
        }
    }

    private static bool Slice(LayerEntry entry, JsonObject config, JsonArray begin, JsonArray end, JsonArray? strides, JsonObject attributes)
    {
        int Mask(string name) => Number(attributes, name);
        var (beginMask, endMask, newAxis, shrink, ellipsis) = (Mask("begin_mask"), Mask("end_mask"), Mask("new_axis_mask"), Mask("shrink_axis_mask"), Mask("ellipsis_mask"));
        JsonNode? One(int i)
        {
            bool Bit(int mask) => (mask & (1 << i)) != 0;
            return Bit(ellipsis) ? ConfigEdits.Object("__ellipsis__")
                : Bit(newAxis) ? null
                : Bit(shrink) ? begin[i]?.DeepClone()
                : ConfigEdits.Object("__slice__", new JsonObject
                {
                    ["start"] = Bit(beginMask) ? null : begin[i]?.DeepClone(),
                    ["stop"] = Bit(endMask) ? null : end[i]?.DeepClone(),
                    ["step"] = strides?[i]?.DeepClone(),
                });
        }

        foreach (var call in entry.Calls)
        {
            call["args"] = new JsonArray(call["args"]![0]?.DeepClone(), new JsonArray([.. Enumerable.Range(0, begin.Count).Select(One)]));
            call["kwargs"] = new JsonObject();
        }

        FunctionForm.Become(entry, "GetItem", config);
        return true;
    }

    /// <summary>An operation of the first tensors; the other inputs went into the config.</summary>
    private static void Become(LayerEntry entry, string op, JsonObject config, int tensors, bool list = false)
    {
        foreach (var call in entry.Calls)
        {
            var kept = call["args"]!.AsArray().Take(tensors).Select(a => a?.DeepClone()).ToArray();
            call["args"] = list ? new JsonArray(new JsonArray(kept)) : new JsonArray(kept);
            call["kwargs"] = new JsonObject();
        }

        FunctionForm.Become(entry, op, config);
    }

    /// <summary>The op's inputs: tensors of the call, with constants in their places.</summary>
    private static JsonArray Inputs(JsonObject call, int count, Func<int, JsonNode?> at)
    {
        var tensors = new Queue<JsonNode?>(call["args"] is JsonArray { Count: 1 } only && only[0] is JsonArray several ? several : call["args"] as JsonArray ?? []);
        var inputs = new JsonArray();
        for (var i = 0; i < Math.Max(count, tensors.Count); i++)
        {
            var constant = at(i);
            inputs.Add(constant is JsonArray list ? ConstantTensors.Of(list) : constant ?? (tensors.TryDequeue(out var tensor) ? tensor?.DeepClone() : null));
        }

        return inputs;
    }

    /// <summary>The NodeDef: an object, or in TF 1.14 to 2.1 its text in JSON.</summary>
    private static JsonObject NodeOf(LayerEntry entry)
    {
        try
        {
            return entry.Config["node_def"] switch
            {
                JsonObject o => o,
                JsonValue v => JsonNode.Parse(v.GetValue<string>())!.AsObject(),
                _ => throw new InvalidDataException($"Layer '{entry.Name}' has no node_def. The file is damaged."),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"Layer '{entry.Name}': its node_def cannot be read.", e);
        }
    }

    private static bool Bool(JsonObject attributes, string name) => attributes[name]?["b"].Flag() ?? false;

    private static int Number(JsonObject attributes, string name) => int.TryParse(attributes[name]?["i"]?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static string TypeName(string? type) => type switch
    {
        "DT_HALF" => "float16",
        "DT_FLOAT" or null => "float32",
        "DT_DOUBLE" => "float64",
        _ => type[3..].ToLowerInvariant(),
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Activations;
using KerasNet.Layers;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;
using KerasNet.Quantizers;

namespace KerasNet.Saving;

/// <summary>Values of configs: numbers, text, shapes, lists, and objects with class name and config.</summary>
internal static class ConfigValues
{
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        bool b => b,
        string s => s,
        int i => i,
        long l => l,
        double d => PythonNumbers.Float(d),
        float f => PythonNumbers.Float(f),
        DataType t => t.Name(),
        TensorShape shape => new JsonArray([.. shape.Dims.ToArray().Select(d => d < 0 ? null : JsonValue.Create(d))]),
        ActivationFunction { Source: { } source } => ObjectSerializer.Serialize(source),
        ActivationFunction f => f.Name,
        Tensor array => ArrayConfig.Write(array),
        Training.LossSpec losses => LossSpecConfig.Functions(losses),
        OptimizerMap map => ObjectSerializer.Serialize(map),
        DTypePolicy policy => ObjectSerializer.Serialize(policy),
        IConfigText text => text.ConfigText,
        IConfigValue own => ToJson(own.ConfigValue),
        TensorIndex[] key => SliceKey.ToJson(key),
        System.Runtime.CompilerServices.ITuple tuple => new JsonArray([.. Enumerable.Range(0, tuple.Length).Select(i => ToJson(tuple[i]))]),
        int[] numbers => new JsonArray([.. numbers.Select(n => (JsonNode?)n)]),
        double[] numbers => new JsonArray([.. numbers.Select(PythonNumbers.Float)]),
        string[] texts => new JsonArray([.. texts.Select(t => (JsonNode?)t)]),
        IConfigList list => new JsonArray([.. list.ConfigItems.Select(ToJson)]),
        System.Collections.IDictionary map => new JsonObject(map.Keys.Cast<object>().Select(k => KeyValuePair.Create(Convert.ToString(k, CultureInfo.InvariantCulture)!, ToJson(map[k])))),
        System.Collections.IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToJson)]),
        _ => ObjectSerializer.Serialize(value),
    };

    public static object? FromJson(JsonNode? node, Type type, string where)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(TensorIndex[]))
        {
            return SliceKey.FromJson(node);
        }

        if (plain == typeof(Training.LossSpec))
        {
            return LossConfig.Create(node, Legacy.KerasOrigin.Current);
        }

        if (node is null)
        {
            return plain == type && typeof(IConfigNull).IsAssignableFrom(type) ? Conversions.FromNull(type) : null;
        }

        try
        {
            return node switch
            {
                JsonObject o when o.ContainsKey("class_name") => FromObject(o, plain),
                JsonArray a when plain == typeof(Tensor) || plain == typeof(Initializers.ConstantValue) => Conversions.Convert(ArrayConfig.Read(new JsonObject { ["value"] = a.DeepClone() }), plain),
                JsonArray a => FromArray(a, plain, where),
                JsonValue v => FromScalar(v, plain),
                JsonObject o => FromMap(o, plain, where),
                _ => null,
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or InvalidCastException or OverflowException or JsonException)
        {
            var text = node.ToJsonString();
            throw new ArgumentException($"{where}: the value {(text.Length > 100 ? text[..100] + "…" : text)} is not a {plain.Name}.", e);
        }
    }

    private static object FromObject(JsonObject o, Type type)
    {
        if (type == typeof(DTypePolicy) && o["config"]?["name"] is { } policy)
        {
            return (DTypePolicy)policy.GetValue<string>();
        }

        if (type == typeof(ActivationQuantizer))
        {
            return (ActivationQuantizer)(Quantizer)ObjectSerializer.Deserialize(o, typeof(Quantizer));
        }

        if (type == typeof(ActivationFunction))
        {
            return ConfigActivations.Get(o);
        }

        if (type == typeof(LearningRate))
        {
            return new LearningRate((LearningRateSchedule)ObjectSerializer.Deserialize(o, typeof(LearningRateSchedule)));
        }

        return o.NeedText("class_name") switch
        {
            "__tuple__" => FromArray(o.NeedList("items"), type, "tuple")!,
            "__numpy__" => Conversions.Convert(ArrayConfig.Read(o.NeedObject("config")), type),
            _ => ObjectSerializer.Deserialize(o, type),
        };
    }

    private static object? FromScalar(JsonValue v, Type type)
    {
        if (type == typeof(bool))
        {
            return v.GetValueKind() == JsonValueKind.Number ? Number(v) != 0 : v.GetValue<bool>();
        }

        if (type.IsEnum)
        {
            return DataTypes.Parse(v.GetValue<string>());
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Vocabulary<>))
        {
            throw new ArgumentException($"The file asks to read the vocabulary file '{v.GetValue<string>()}' of this machine. Nothing outside a model file is read for it: call SetVocabulary with that path if you trust it.");
        }

        if (type == typeof(string))
        {
            return v.GetValue<string>();
        }

        if (type == typeof(ActivationFunction))
        {
            return ConfigActivations.Get(v.GetValue<string>());
        }

        if (v.GetValueKind() == JsonValueKind.Number && (type.IsPrimitive || type == typeof(decimal)))
        {
            return Convert.ChangeType(Number(v), type, CultureInfo.InvariantCulture);
        }

        // Keras 2 writes the tokens of an IntegerLookup as text.
        if (type == typeof(long) && v.GetValueKind() == JsonValueKind.String)
        {
            return long.Parse(v.GetValue<string>(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        // Everything else has an implicit conversion from text or number: activations, initializers, sizes.
        return v.GetValueKind() switch
        {
            JsonValueKind.String => Conversions.Convert(v.GetValue<string>(), type),
            JsonValueKind.Number => Number(v) is var d && d == Math.Floor(d) && Conversions.TryConvert((int)d, type, out var whole) ? whole : Conversions.Convert(d, type),
            JsonValueKind.True or JsonValueKind.False => type == typeof(object) ? v.GetValue<bool>() : Conversions.Convert(v.GetValue<bool>(), type),
            _ => throw new InvalidCastException(),
        };
    }

    /// <summary>A number of a file, or of a config that was never text and so keeps its own type.</summary>
    private static double Number(JsonNode? node) => (node as JsonValue ?? throw new InvalidCastException()) is var v && v.TryGetValue(out double d) ? d
        : v.TryGetValue(out int i) ? i
        : v.TryGetValue(out long l) ? l
        : v.TryGetValue(out float f) ? f
        : throw new InvalidCastException();

    private static object? FromArray(JsonArray a, Type type, string where)
    {
        if (type == typeof(TensorShape))
        {
            return new TensorShape([.. a.Select(n => n is null ? -1 : (int)Number(n))]);
        }

        if (type == typeof((int, int)))
        {
            return ((int)Number(a[0]!), (int)Number(a[^1]!));
        }

        if (type == typeof((int[], int[])) && a.Count == 2)
        {
            int[] Part(JsonNode? n) => n is JsonArray list ? [.. list.Select(v => (int)Number(v))] : [(int)Number(n)];
            return (Part(a[0]), Part(a[1]));
        }

        var element = type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[0] : null;
        if (element is not null)
        {
            var array = Array.CreateInstance(element, a.Count);
            for (var i = 0; i < a.Count; i++)
            {
                array.SetValue(FromJson(a[i], element, where), i);
            }

            return Conversions.Convert(array, type);
        }

        if (a.Count > 0 && a.All(n => n is JsonArray))
        {
            double[][] rows = [.. a.Select(n => n!.AsArray().Select(m => Number(m!)).ToArray())];
            if ((rows.All(r => r.All(n => n == (int)n)) && Conversions.TryConvert(rows.Select(r => Array.ConvertAll(r, n => (int)n)).ToArray(), type, out var nested))
                || Conversions.TryConvert(rows, type, out nested))
            {
                return nested;
            }
        }

        double[] numbers = [.. a.Select(n => Number(n!))];
        return Array.TrueForAll(numbers, n => n == (int)n) && Conversions.TryConvert(Array.ConvertAll(numbers, n => (int)n), type, out var whole)
            ? whole
            : Array.TrueForAll(numbers, double.IsInteger) && Conversions.TryConvert(Array.ConvertAll(numbers, n => (long)n), type, out var large) ? large
            : Conversions.Convert(numbers, type);
    }

    private static object FromMap(JsonObject o, Type type, string where)
    {
        var arguments = type.IsGenericType ? type.GetGenericArguments() : throw new InvalidCastException();
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        foreach (var (key, value) in o)
        {
            map[Convert.ChangeType(key, arguments[0], CultureInfo.InvariantCulture)] = FromJson(value, arguments[1], where);
        }

        return map;
    }
}

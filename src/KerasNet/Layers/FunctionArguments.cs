using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>What a file gives each parameter of a function: tensors of the model by their place among the call's, everything else by value.</summary>
internal sealed class FunctionArguments
{
    private readonly Func<Tensors, object?>[] _values;

    private FunctionArguments(Func<Tensors, object?>[] values) => _values = values;

    /// <summary>Gives a function's parameters what the config and the call hold for them.</summary>
    /// <param name="method">The function.</param>
    /// <param name="className">Keras's class of the operation, for messages.</param>
    /// <param name="config">Keras's constructor arguments.</param>
    /// <param name="call"><c>args</c> and <c>kwargs</c>; null where the caller brings tensors only, in the order of the parameters.</param>
    /// <exception cref="ArgumentException">This form of the function does not take them.</exception>
    public static FunctionArguments Bind(MethodInfo method, string className, JsonObject config, JsonObject? call)
    {
        var places = call is null ? null : Places(call);
        var positional = new Queue<JsonNode?>(call?["args"] as JsonArray ?? []);
        var named = call?["kwargs"] as JsonObject ?? [];
        var next = 0;
        var values = new List<Func<Tensors, object?>>();
        foreach (var parameter in method.GetParameters())
        {
            var key = KeyOf(parameter);
            var where = $"{className}.{key}";
            if (Find(named, key, out var node) || Find(config, key, out node))
            {
                values.Add(Given(node, parameter, places, where));
            }
            else if (positional.Count > 0)
            {
                values.Add(IsList(parameter) && Items(positional.Peek()) is null
                    ? List(Drain(positional), parameter.ParameterType, places, where)
                    : Given(positional.Dequeue(), parameter, places, where));
            }
            else if (call is null && parameter.ParameterType == typeof(Tensor))
            {
                var place = next++;
                values.Add(inputs => place < inputs.Count ? inputs[place] : parameter.HasDefaultValue ? null : throw new ArgumentException($"{className} lacks its tensor '{key}'."));
            }
            else if (call is null && IsTensors(parameter))
            {
                values.Add(inputs => Typed([.. inputs.Skip(next)], parameter.ParameterType));
            }
            else if (parameter.HasDefaultValue)
            {
                values.Add(_ => parameter.DefaultValue);
            }
            else
            {
                throw new ArgumentException($"{className} lacks its argument '{key}'.");
            }
        }

        return positional.Count == 0 ? new FunctionArguments([.. values]) : throw new ArgumentException($"{className} is called with {positional.Count} argument(s) too many.");
    }

    /// <summary>The arguments of a call, in the order of the parameters.</summary>
    public object?[] Of(Tensors inputs) => Array.ConvertAll(_values, v => v(inputs));

    /// <summary>The tensors of the model that a call takes, in the order in which it names them.</summary>
    public static IEnumerable<JsonObject> TensorsOf(JsonNode? call) => call switch
    {
        JsonObject o when o["class_name"] is JsonValue v && v.ToString() == "__keras_tensor__" => [o],
        JsonObject o => o.SelectMany(p => TensorsOf(p.Value)),
        JsonArray a => a.SelectMany(TensorsOf),
        _ => [],
    };

    /// <summary>Keras's name of a parameter.</summary>
    public static string KeyOf(ParameterInfo p) => Internal.AutoName.ToSnakeCase(char.ToUpperInvariant(p.Name![0]) + p.Name[1..]);

    /// <summary>True for parameters that tensors go to.</summary>
    public static bool IsTensors(ParameterInfo p) => p.ParameterType == typeof(Tensor) || IsList(p) || p.ParameterType == typeof((Tensor, Tensor));

    private static bool IsList(ParameterInfo p) => p.ParameterType == typeof(Tensor[]) || p.ParameterType == typeof(Tensors);

    private static Dictionary<JsonNode, int> Places(JsonObject call)
    {
        var places = new Dictionary<JsonNode, int>(ReferenceEqualityComparer.Instance);
        foreach (var tensor in TensorsOf(call["args"]).Concat(TensorsOf(call["kwargs"])))
        {
            places[tensor] = places.Count;
        }

        return places;
    }

    private static bool Find(JsonObject o, string key, out JsonNode? node)
    {
        var found = o.FirstOrDefault(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));
        node = found.Value;
        return found.Key is not null;
    }

    private static Func<Tensors, object?> Given(JsonNode? node, ParameterInfo parameter, Dictionary<JsonNode, int>? places, string where)
    {
        var type = parameter.ParameterType;
        if (type == typeof(Tensor))
        {
            return node is null && !parameter.HasDefaultValue ? throw new ArgumentException($"{where} takes a tensor. Received: null.") : One(node, places);
        }

        if (IsTensors(parameter))
        {
            return List(Items(node) ?? [node], type, places, where);
        }

        if (TensorsOf(node).Any())
        {
            throw new ArgumentException($"{where} is computed by the model. Expected: numbers in the file.");
        }

        if (node is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null && !typeof(IConfigNull).IsAssignableFrom(type))
        {
            throw new ArgumentException($"{where} must not be null.");
        }

        var value = ConfigValues.FromJson(node, type, where);
        return _ => value;
    }

    private static Func<Tensors, object?> List(IReadOnlyList<JsonNode?> nodes, Type type, Dictionary<JsonNode, int>? places, string where)
    {
        if (type == typeof((Tensor, Tensor)) && nodes.Count != 2)
        {
            throw new ArgumentException($"{where} takes two tensors. Received: {nodes.Count}.");
        }

        var items = nodes.Select(n => One(n ?? throw new ArgumentException($"{where} takes tensors. Received: null among them."), places)).ToArray();
        return inputs => Typed(Array.ConvertAll(items, i => i(inputs)!), type);
    }

    private static object Typed(Tensor[] tensors, Type type) => type == typeof(Tensor[]) ? tensors
        : type == typeof(Tensors) ? new Tensors(tensors) : tensors is [var first, var second] ? (first, second) : throw new ArgumentException($"Two tensors are expected. Received: {tensors.Length}.");

    private static Func<Tensors, Tensor?> One(JsonNode? node, Dictionary<JsonNode, int>? places)
    {
        if (node is not null && places is not null && places.TryGetValue(node, out var place))
        {
            return inputs => inputs[place];
        }

        var constant = node is null ? null : Items(node) is { } list ? Constant(list) : FunctionalOperations.Number(node);
        return _ => constant;
    }

    /// <summary>A nested list of Python: whole numbers are int32, others float32.</summary>
    private static Tensor Constant(IReadOnlyList<JsonNode?> list)
    {
        var plain = new JsonArray([.. list.Select(n => n?.DeepClone())]);
        var text = plain.ToJsonString();
        var type = text.Contains("true", StringComparison.Ordinal) || text.Contains("false", StringComparison.Ordinal) ? DataType.Bool : text.AsSpan().IndexOfAny(".eE") >= 0 ? DataType.Float32 : DataType.Int32;
        return ArrayConfig.Read(new JsonObject { ["value"] = plain, ["dtype"] = type.Name() });
    }

    /// <summary>The items of a list or tuple; null for everything else.</summary>
    private static IReadOnlyList<JsonNode?>? Items(JsonNode? node) => node switch
    {
        JsonArray list => [.. list],
        JsonObject o when o["class_name"] is JsonValue v && v.ToString() == "__tuple__" => [.. o.NeedList("items")],
        _ => null,
    };

    private static List<JsonNode?> Drain(Queue<JsonNode?> queue)
    {
        var all = queue.ToList();
        queue.Clear();
        return all;
    }
}

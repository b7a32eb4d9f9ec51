using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>The calls of a functional model in Keras 3's form, with indices that count from 0. Rows 12 and 13 of loading-traps.md.</summary>
internal static class CallForms
{
    public static void Apply(JsonObject config)
    {
        var entries = config["layers"]!.AsArray().Select(l => l as JsonObject ?? throw Bad("a layer is no object")).ToList();
        var names = entries.Select(e => e.Text("name") ?? e["config"]?["name"]?.GetValue<string>() ?? string.Empty).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            entry["inbound_nodes"] = new JsonArray([.. (entry["inbound_nodes"] as JsonArray ?? []).Select(n => (JsonNode)Call(n, names))]);
        }

        config["input_layers"] = Refs(config["input_layers"]);
        config["output_layers"] = Refs(config["output_layers"]);
        CallIndices.Apply(config, entries);
    }

    /// <summary>True for <c>["layer", 0, 0]</c>, with or without arguments behind.</summary>
    public static bool IsRef(JsonNode? node, IReadOnlySet<string>? names = null) =>
        node is JsonArray { Count: 3 or 4 } a && a[0] is JsonValue v && v.GetValueKind() == JsonValueKind.String && a[1].Whole() is not null
        && (names is null || names.Contains(v.GetValue<string>()) || v.GetValue<string>() == "_CONSTANT_VALUE");

    private static JsonObject Call(JsonNode? node, IReadOnlySet<string> names)
    {
        if (node is JsonObject { } current && current.ContainsKey("args"))
        {
            // Keras 3 records a layer's default for training, and puts the model's own in its place.
            var call = current.DeepClone().AsObject();
            (call["kwargs"] as JsonObject)?.Remove("training");
            return call;
        }

        var named = new JsonObject();
        var inputs = Structure(node, names, named);
        return new JsonObject { ["args"] = new JsonArray(inputs is JsonArray { Count: 1 } one && !IsRef(one) ? one[0]?.DeepClone() : inputs), ["kwargs"] = named };
    }

    private static JsonNode? Structure(JsonNode? node, IReadOnlySet<string> names, JsonObject named)
    {
        switch (node)
        {
            case JsonArray a when IsRef(a):
                foreach (var (key, value) in a.Count == 4 ? a[3] as JsonObject ?? [] : [])
                {
                    if (value is not null && !named.ContainsKey(key))
                    {
                        named[key] = Value(value, names);
                    }
                }

                return a[0]!.GetValue<string>() == "_CONSTANT_VALUE" ? Constant(a[2]) : Tensor(a);
            case JsonArray a:
                return new JsonArray([.. a.Select(n => Structure(n, names, named))]);
            case JsonObject o:
                return new JsonArray([.. o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Structure(p.Value, names, named))]);
            default:
                throw Bad($"a call is {node?.ToJsonString() ?? "null"}");
        }
    }

    /// <summary>A named argument: references to tensors inside become tensors.</summary>
    private static JsonNode? Value(JsonNode? node, IReadOnlySet<string> names) => node switch
    {
        JsonArray a when IsRef(a, names) && a.Count == 3 => a[0]!.GetValue<string>() == "_CONSTANT_VALUE" ? Constant(a[2]) : Tensor(a),
        JsonArray a => new JsonArray([.. a.Select(n => Value(n, names))]),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Value(p.Value, names)))),
        _ => node?.DeepClone(),
    };

    private static JsonObject Tensor(JsonArray reference) => ConfigEdits.Object("__keras_tensor__", new JsonObject
    {
        ["keras_history"] = new JsonArray(reference[0]?.DeepClone(), reference[1]?.DeepClone(), reference[2]?.DeepClone()),
    });

    /// <summary>A constant among the inputs: a number, or nested lists of them.</summary>
    private static JsonNode? Constant(JsonNode? value) => value is JsonArray list ? ConstantTensors.Of(list) : value?.DeepClone();

    /// <summary>Inputs and outputs: one reference, a list, a list in a list, or a dictionary.</summary>
    private static JsonArray Refs(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray a when IsRef(a):
                return a.DeepClone().AsArray();
            case JsonArray { Count: 1 } a when a[0] is JsonArray { Count: > 0 } inner && !IsRef(inner):
                return Refs(inner);
            case JsonArray a:
                return new JsonArray([.. a.Select(r => (JsonNode)Refs(r))]);
            case JsonObject o:
                return new JsonArray([.. o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (JsonNode)Refs(p.Value))]);
            default:
                throw Bad($"inputs or outputs are {node?.ToJsonString() ?? "null"}");
        }
    }

    private static InvalidDataException Bad(string what) => new($"The config of a functional model is damaged: {what}.");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Conformance.Calls;
using KerasNet.Saving;

namespace KerasNet.Conformance.Replays;

/// <summary>Makes the object that a record's <c>config</c> describes, as a model file would.</summary>
internal static class RecordedObject
{
    /// <param name="config">The recorded config.</param>
    /// <param name="given">Arguments of the constructor: layers inside others stand here where the config does not name them.</param>
    public static T Create<T>(JsonElement config, JsonElement given = default)
        where T : class
    {
        var serialized = (JsonObject)Plain(JsonNode.Parse(config.GetRawText()))!;
        if (given.ValueKind == JsonValueKind.Object && serialized["config"] is JsonObject own)
        {
            foreach (var argument in given.EnumerateObject().Where(a => a.Value.GetRawText().Contains("\"__keras__\"", StringComparison.Ordinal) && !own.ContainsKey(a.Name)))
            {
                var value = Plain(JsonNode.Parse(argument.Value.GetRawText()));
                own[argument.Name] = value is JsonArray cells && argument.Name == "cell" ? Stacked(cells) : value;
            }
        }

        var name = serialized["class_name"]!.GetValue<string>();
        try
        {
            KerasObjects.Find(name, typeof(T));
        }
        catch (ArgumentException missing)
        {
            throw new MissingException(missing.Message);
        }

        return (T)ObjectSerializer.Deserialize(serialized, typeof(T));
    }

    /// <summary>Keras's RNN makes one cell of a list of them.</summary>
    private static JsonObject Stacked(JsonArray cells) => new() { ["class_name"] = "StackedRNNCells", ["config"] = new JsonObject { ["cells"] = cells } };

    /// <summary>Tuples are lists in files.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject o when o["__tuple__"] is { } tuple => Plain(tuple),
        JsonObject o when o["__keras__"] is { } inner => Plain(inner),
        JsonObject o when o["__f__"] is { } number => JsonValue.Create(number.GetValue<string>() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN }),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Plain(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Plain)]),
        _ => node?.DeepClone(),
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Initializers, regularizers and constraints of Keras 1: names, and objects whose class stands under "name". Row 9 of loading-traps.md.</summary>
internal static class Keras1Objects
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.Origin.Major > 1)
        {
            return;
        }

        foreach (var key in entry.Config.Select(p => p.Key).ToList())
        {
            if (key.EndsWith("regularizer", StringComparison.Ordinal))
            {
                entry.Config.Change(key, Regularizer);
            }
            else if (key.EndsWith("constraint", StringComparison.Ordinal))
            {
                entry.Config.Change(key, Constraint);
            }
            else if (key == "init" || key.EndsWith("initializer", StringComparison.Ordinal) || key.EndsWith("_init", StringComparison.Ordinal))
            {
                entry.Config.Change(key, Initializer);
            }
        }
    }

    private static JsonNode? Initializer(JsonNode? node) => node is JsonValue v && v.GetValueKind() == JsonValueKind.String
        ? v.GetValue<string>() switch
        {
            "uniform" => ConfigEdits.Object("RandomUniform", new JsonObject { ["minval"] = -0.05, ["maxval"] = 0.05 }),
            "normal" => ConfigEdits.Object("RandomNormal", new JsonObject { ["mean"] = 0.0, ["stddev"] = 0.05 }),
            "zero" => "zeros",
            "one" => "ones",
            _ => node,
        }
        : node;

    private static JsonNode? Regularizer(JsonNode? node)
    {
        if (node is not JsonObject o || o.Text("name") is not { } name)
        {
            return node;
        }

        o.Remove("name");
        return name switch
        {
            "L1L2Regularizer" or "WeightRegularizer" or "ActivityRegularizer" => ConfigEdits.Object("L1L2", o),
            _ => throw new NotSupportedException($"The regularizer '{name}' of Keras 1 has no counterpart. It acts in training only: load with compile: false after removing it from the config."),
        };
    }

    private static JsonNode? Constraint(JsonNode? node)
    {
        if (node is not JsonObject o || o.Text("name") is not { } name)
        {
            return node;
        }

        o.Remove("name");
        o.Rename("m", "max_value");
        o.Rename("low", "min_value");
        o.Rename("high", "max_value");
        return ConfigEdits.Object(name, o);
    }
}

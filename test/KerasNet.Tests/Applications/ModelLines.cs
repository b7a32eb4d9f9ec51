using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Tests.Architectures;

/// <summary>A model as a list of lines, one for each layer, as scripts/make_application_goldens.py writes them.</summary>
internal static class ModelLines
{
    private static readonly HashSet<string> s_leftOut = ["name", "dtype", "module", "registered_name", "build_config", "batch_shape", "layers", "build_input_shape", "optional", "quantization_config"];

    public static List<string> Of(Model model)
    {
        var config = model.GetConfig();
        var found = new List<string> { $"{model.Name} {References(config["input_layers"]!)} {References(config["output_layers"]!)}" };
        var operations = model.Graph!.Operations.ToDictionary(o => o.Name, StringComparer.Ordinal);
        foreach (var entry in config["layers"]!.AsArray().Select(e => e!.AsObject()))
        {
            var operation = operations[entry["name"]!.GetValue<string>()];
            var parameters = operation is Layer layer ? layer.CountParams() : 0;
            var calls = entry["inbound_nodes"]!.AsArray();
            var inner = operation is Model nested ? string.Concat(nested.Layers.Prepend(null!).Skip(1).Select(l => $" <{l.Name} {l.GetType().Name} {Canonical(l.GetConfig())}>")) : "";
            found.Add($"{operation.Name} {entry["class_name"]} {operation.Calls[0].Outputs.Shape} {parameters} {(calls.Count > 0 ? CalledOn(calls[0]!["args"]) : "")} {Canonical(entry["config"])}{inner}");
        }

        return found;
    }

    private static string References(JsonNode node) => node.ToJsonString().Replace(",", ", ", StringComparison.Ordinal);

    private static string CalledOn(JsonNode? node) => node switch
    {
        JsonObject o when (string?)o["class_name"] == "__keras_tensor__" => (string)o["config"]!["keras_history"]![0]! + ((int)o["config"]!["keras_history"]![2]! is > 0 and var i ? $":{i}" : ""),
        JsonArray a => string.Join('+', a.Select(CalledOn).Where(t => t.Length > 0)),
        JsonValue v when v.GetValueKind() == JsonValueKind.Number => Canonical(v),
        _ => "",
    };

    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject o => "{" + string.Join(',', o.Where(p => !s_leftOut.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Canonical(p.Value)}")) + "}",
        JsonArray a => "[" + string.Join(',', a.Select(Canonical)) + "]",
        JsonValue v => v.GetValueKind() switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => Number(JsonNode.Parse(v.ToJsonString())!.GetValue<double>()),
            _ => v.GetValue<string>(),
        },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>A number as Python's "%.6g" writes it.</summary>
    private static string Number(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var text = value.ToString("E5", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return exponent is < -4 or >= 6
            ? value.ToString("0.#####e+00", CultureInfo.InvariantCulture)
            : value.ToString("F" + (5 - exponent), CultureInfo.InvariantCulture) is var f && f.Contains('.', StringComparison.Ordinal) ? f.TrimEnd('0').TrimEnd('.') : value.ToString("F0", CultureInfo.InvariantCulture);
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving.Python;

/// <summary>Recognises the bodies of simple Lambda layers: arithmetic, slices, and calls of functions that are known here. Nothing is run: what is recognised becomes ops of this library.</summary>
/// <remarks>Row 16 of loading-traps.md. Anything else (branches, loops, methods, unknown functions) is not recognised.</remarks>
internal static class PythonLambda
{
    /// <summary>The function of a Lambda's config; null where it is not recognised.</summary>
    public static Func<Tensors, Tensors>? Recognise(JsonObject config)
    {
        if (Code(config["function"]) is not var (text, defaults) || Decode(text) is not { } data || MarshalReader.Read(data) is not { ArgumentCount: > 0 } code)
        {
            return null;
        }

        // The first argument is the input, the others have values in the file.
        var values = new object?[code.ArgumentCount];
        for (var i = 1; i < values.Length; i++)
        {
            var name = i < code.Locals.Length ? code.Locals[i] : string.Empty;
            var fromEnd = values.Length - i;
            if ((config["arguments"] as JsonObject)?.TryGetPropertyValue(name, out var given) == true)
            {
                values[i] = Plain(given);
            }
            else if (defaults is not null && fromEnd <= defaults.Count)
            {
                values[i] = Plain(defaults[^fromEnd]);
            }
            else
            {
                return null;
            }
        }

        foreach (var isWide in code.Layout switch { 2 => (bool[])[false], 30 => [true, false], _ => [true] })
        {
            if (Instruction.Decode(code, isWide) is { } instructions && ExpressionBuilder.Build(code, instructions, values) is { } expression)
            {
                return inputs => expression(inputs) switch
                {
                    Tensor t => t,
                    Tensors many => many,
                    var other => throw new InvalidOperationException($"A Lambda of the file gives {other}, not a tensor."),
                };
            }
        }

        return null;
    }

    private static (string Text, JsonArray? Defaults)? Code(JsonNode? function) => function switch
    {
        JsonArray { Count: > 0 } parts when parts[0] is JsonValue v && v.GetValueKind() == JsonValueKind.String => (v.GetValue<string>(), parts.Count > 1 ? parts[1] as JsonArray : null),
        JsonObject o when o.Text("class_name") == "__lambda__" && o["config"] is JsonObject config && config.Text("code") is { } code => (code, config["defaults"] as JsonArray),
        _ => null,
    };

    /// <summary>Base64, or as Keras 1 wrote it each byte as a character.</summary>
    private static byte[]? Decode(string text)
    {
        var compact = text.Replace("\n", string.Empty, StringComparison.Ordinal);
        var buffer = new byte[compact.Length];
        if (Convert.TryFromBase64String(compact, buffer, out var written))
        {
            return buffer[..written];
        }

        return text.All(c => c <= 255) ? Encoding.Latin1.GetBytes(text) : null;
    }

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonArray a => a.Select(Plain).ToArray(),
        JsonValue v => v.GetValueKind() switch
        {
            JsonValueKind.Number => v.Whole() is { } whole && !v.ToJsonString().Contains('.', StringComparison.Ordinal) ? (long)whole : v.Number(),
            JsonValueKind.String => v.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        },
        _ => null,
    };
}

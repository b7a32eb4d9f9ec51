using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Saving;

/// <summary>Configs as text: what Python's json writes, with NaN and Infinity, of bounded depth.</summary>
internal static class ConfigText
{
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    /// <exception cref="InvalidDataException">The text is no JSON object.</exception>
    public static JsonObject Parse(string text, string where)
    {
        var node = TryParse(text, out var error);
        node = error is null ? node : TryParse(PythonNumbers.Quote(text), out error);
        return node as JsonObject ?? throw new InvalidDataException($"{where} is no JSON object{(error is null ? "." : $": {error.Message}")}", error);
    }

    private static JsonNode? TryParse(string text, out JsonException? error)
    {
        error = null;
        try
        {
            return JsonNode.Parse(text, null, _options);
        }
        catch (JsonException e)
        {
            error = e;
            return null;
        }
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Preprocessing.Text;

/// <summary>Tokenizers as Python's <c>to_json</c> writes them: dictionaries stand as JSON within text.</summary>
internal static class TokenizerJson
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Tokenizer tokenizer) => new JsonObject
    {
        ["class_name"] = "Tokenizer",
        ["config"] = new JsonObject
        {
            ["num_words"] = tokenizer.NumWords,
            ["filters"] = tokenizer.Filters,
            ["lower"] = tokenizer.Lower,
            ["split"] = tokenizer.Split,
            ["char_level"] = tokenizer.CharLevel,
            ["oov_token"] = tokenizer.OovToken,
            ["document_count"] = tokenizer.DocumentCount,
            ["word_counts"] = Text(tokenizer.Counts.Select(p => (p.Key, (JsonNode?)p.Value))),
            ["word_docs"] = Text(tokenizer.Docs.Select(p => (p.Key, (JsonNode?)p.Value))),
            ["index_docs"] = Text(tokenizer.DocsOfIndex.Select(p => (Key(p.Key), (JsonNode?)p.Value))),
            ["index_word"] = Text(tokenizer.Words.Select(p => (Key(p.Key), (JsonNode?)p.Value))),
            ["word_index"] = Text(tokenizer.Indices.Select(p => (p.Key, (JsonNode?)p.Value))),
        },
    }.ToJsonString(_plain);

    public static Tokenizer Read(string json)
    {
        try
        {
            var config = JsonNode.Parse(json)!["config"]!.AsObject();
            var tokenizer = new Tokenizer(
                config["num_words"]?.GetValue<int>(), config["filters"]?.GetValue<string>() ?? Tokenizer.DefaultFilters, config["lower"]?.GetValue<bool>() ?? true,
                config["split"]?.GetValue<string>() ?? " ", config["char_level"]?.GetValue<bool>() ?? false, config["oov_token"]?.GetValue<string>())
            {
                DocumentCount = config["document_count"]?.GetValue<int>() ?? 0,
            };
            Fill(config, "word_counts", (key, value) => tokenizer.Counts[key] = value.GetValue<int>());
            Fill(config, "word_docs", (key, value) => tokenizer.Docs[key] = value.GetValue<int>());
            Fill(config, "index_docs", (key, value) => tokenizer.DocsOfIndex[Index(key)] = value.GetValue<int>());
            Fill(config, "index_word", (key, value) => tokenizer.Words[Index(key)] = value.GetValue<string>());
            Fill(config, "word_index", (key, value) => tokenizer.Indices[key] = value.GetValue<int>());
            return tokenizer;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new InvalidDataException($"The text is not the JSON of a Tokenizer: {e.Message}", e);
        }
    }

    private static string Text(IEnumerable<(string Key, JsonNode? Value)> pairs) =>
        new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, p.Value))).ToJsonString(_plain);

    private static void Fill(JsonObject config, string name, Action<string, JsonNode> add)
    {
        foreach (var (key, value) in JsonNode.Parse(config[name]!.GetValue<string>())!.AsObject())
        {
            add(key, value!);
        }
    }

    private static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Index(string key) => int.Parse(key, CultureInfo.InvariantCulture);
}

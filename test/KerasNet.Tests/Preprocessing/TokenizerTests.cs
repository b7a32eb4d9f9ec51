using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Preprocessing.Text;

namespace KerasNet.Tests.Preprocessing;

/// <summary>The Tokenizer of older scripts against recordings of real Keras.</summary>
public sealed class TokenizerTests
{
    private static readonly JsonElement _golden = Golden.Json("text/utilities.json").GetProperty("tokenizer");

    public static IEnumerable<int> Numbers => Enumerable.Range(0, _golden.GetProperty("cases").GetArrayLength());

    [TestCaseSource(nameof(Numbers))]
    public void AgreesWithKeras(int number)
    {
        var golden = _golden.GetProperty("cases")[number];
        string[] texts = [.. _golden.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!)];
        var tokenizer = Create(golden.GetProperty("config"));
        tokenizer.FitOnTexts(texts);
        Check(tokenizer, golden, [.. texts, _golden.GetProperty("more").GetString()!]);

        var json = golden.GetProperty("json").GetString()!;
        Check(Tokenizer.FromJson(json), golden, [.. texts, _golden.GetProperty("more").GetString()!]);
        var (ours, theirs) = (JsonNode.Parse(tokenizer.ToJson())!["config"]!.AsObject(), JsonNode.Parse(json)!["config"]!.AsObject());
        foreach (var (key, value) in theirs)
        {
            var (a, b) = (ours[key], value);
            if (key is "word_counts" or "word_docs" or "index_docs" or "index_word" or "word_index")
            {
                (a, b) = (JsonNode.Parse(a!.GetValue<string>()), JsonNode.Parse(b!.GetValue<string>()));
            }

            Assert.That(JsonNode.DeepEquals(a, b), Is.True, $"{key}: {a?.ToJsonString()}, Keras has {b?.ToJsonString()}");
        }
    }

    [Test]
    public void WhatIsNoTokenizer()
    {
        Assert.That(() => Tokenizer.FromJson("{\"config\": {\"word_index\": 3}}"), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => new Tokenizer().TextsToMatrix(["a"]), Throws.InvalidOperationException.With.Message.Contains("num_words"));
        Assert.That(Tokenizer.TextToWordSequence("Don't stop, É!"), Is.EqualTo(new[] { "don't", "stop", "é" }));
    }

    private static void Check(Tokenizer tokenizer, JsonElement golden, string[] texts)
    {
        Assert.That(tokenizer.WordIndex, Is.EquivalentTo(Map(golden.GetProperty("word_index"))));
        Assert.That(tokenizer.WordCounts, Is.EqualTo(Map(golden.GetProperty("word_counts"))));
        Assert.That(tokenizer.WordDocs, Is.EquivalentTo(Map(golden.GetProperty("word_docs"))));
        var sequences = tokenizer.TextsToSequences(texts);
        Assert.That(sequences, Is.EqualTo(golden.GetProperty("sequences").EnumerateArray().Select(s => s.EnumerateArray().Select(n => n.GetInt32()).ToArray())));
        Assert.That(tokenizer.SequencesToTexts(sequences), Is.EqualTo(golden.GetProperty("texts").EnumerateArray().Select(t => t.GetString())));
        foreach (var matrix in golden.GetProperty("matrices").EnumerateObject())
        {
            GoldenTensor.AreClose(tokenizer.TextsToMatrix(texts, matrix.Name), matrix.Value, matrix.Name);
        }
    }

    private static Dictionary<string, int> Map(JsonElement json) => json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32());

    private static Tokenizer Create(JsonElement config)
    {
        T? Get<T>(string name, T? otherwise) => config.TryGetProperty(name, out var value) ? value.Deserialize<T>() : otherwise;
        return new Tokenizer(Get<int?>("num_words", null), Get("filters", Tokenizer.DefaultFilters)!, Get("lower", true), Get("split", " ")!, Get("char_level", false), Get<string>("oov_token", null));
    }
}

using KerasNet.Layers;

namespace KerasNet.Tests.Preprocessing;

/// <summary>What preprocessing layers leave in files, and take from them: as real .keras files of Keras 3 and 2 hold it.</summary>
public sealed class SavedStateTests
{
    private static readonly string[] _texts = ["The cat sat!", "É the-cat  on\tthe mat.", "", "  "];

    [Test]
    public void WordsAreAssets()
    {
        var layer = new TextVectorization(maxTokens: 10);
        layer.Adapt(_texts);
        var (name, text) = ((ISavedState)layer).SaveAssets().Single();
        Assert.That((name, text), Is.EqualTo(("vocabulary.txt", "\n[UNK]\nthe\nÉ\nthecat\nsat\non\nmat\ncat")));
        Assert.That(((ISavedState)layer).SaveOwnVariables(), Is.Empty);
        var read = new TextVectorization(maxTokens: 10, vocabularySize: 9);
        ((ISavedState)read).LoadAssets(n => n == name ? text : null);
        Assert.That(read.GetVocabulary(), Is.EqualTo(layer.GetVocabulary()));
        Assert.That(read.Apply(_texts).ToArray<long>(), Is.EqualTo(layer.Apply(_texts).ToArray<long>()));
    }

    [Test]
    public void WeightsOfWordsAreVariables()
    {
        var layer = new StringLookup(outputMode: "tf_idf");
        layer.Adapt(new[,] { { "a" }, { "b" }, { "a" } });
        var state = (ISavedState)layer;
        var (name, idf) = state.SaveOwnVariables().Single();
        Assert.That(name, Is.EqualTo("idf_weights"));
        Assert.That(idf.ToArray<float>(), Is.EqualTo(new[] { 0.804719f, 0.6931472f, 0.91629076f }).Within(1e-6));
        Assert.That(state.SaveAssets().Single().Text, Is.EqualTo("[UNK]\na\nb"));

        var read = new StringLookup(outputMode: "tf_idf", vocabularySize: 3);
        ((ISavedState)read).LoadOwnVariables(new Dictionary<string, Tensor> { [name] = idf });
        ((ISavedState)read).LoadAssets(_ => "[UNK]\na\nb");
        Assert.That(read.Apply(new[,] { { "b", "z" } }).ToArray<float>(), Is.EqualTo(layer.Apply(new[,] { { "b", "z" } }).ToArray<float>()));
    }

    [Test]
    public void WhatTheConfigHoldsIsNoAsset()
    {
        Assert.That(((ISavedState)new StringLookup(vocabulary: ["a", "b"])).SaveAssets(), Is.Empty);
        Assert.That(((ISavedState)new IntegerLookup(vocabulary: [1L, 2])).SaveAssets(), Is.Empty);
    }

    [Test]
    public void AVocabularyFileIsReadAndBecomesAnAsset()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "red\ngreen\n");
        var layer = new StringLookup(vocabulary: path);
        File.Delete(path);
        Assert.That(layer.Apply(new[] { "green", "blue" }).ToArray<long>(), Is.EqualTo(new long[] { 2, 0 }));
        Assert.That(((ISavedState)layer).SaveAssets().Single().Text, Is.EqualTo("[UNK]\nred\ngreen"));
        Assert.That(layer.GetConfig()["vocabulary"], Is.Null);
        Assert.That(() => new StringLookup(vocabulary: path), Throws.ArgumentException.With.Message.Contains("does not exist"));
    }

    [Test]
    public void AFileMayNotNameAFileOfThisMachine()
    {
        var config = new StringLookup(vocabulary: ["a"]).GetConfig();
        config["vocabulary"] = "/etc/passwd";
        var read = System.Text.Json.Nodes.JsonNode.Parse(config.ToJsonString())!.AsObject();
        Assert.That(() => Saving.ObjectSerializer.Create(typeof(StringLookup), read), Throws.ArgumentException.With.Message.Contains("/etc/passwd"));
    }

    [Test]
    public void BoundsOfKeras2AreMadeOfItsSummary()
    {
        var layer = new Discretization(numBins: 2);
        ((ISavedState)layer).LoadOwnVariables(new Dictionary<string, Tensor> { ["0"] = new float[,] { { 1, 2, 3 }, { 1, 1, 1 } } });
        var adapted = new Discretization(numBins: 2);
        adapted.Adapt(new[] { 1f, 2, 3 });
        Assert.That(layer.BinBoundaries, Is.EqualTo(adapted.BinBoundaries));
        Assert.That(() => ((ISavedState)new Discretization(numBins: 2)).LoadOwnVariables(new Dictionary<string, Tensor> { ["0"] = new float[3] }), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void DamagedStateIsAnError()
    {
        Assert.That(() => ((ISavedState)new StringLookup()).LoadAssets(_ => null), Throws.TypeOf<InvalidDataException>().With.Message.Contains("vocabulary.txt"));
        Assert.That(() => ((ISavedState)new StringLookup()).LoadAssets(_ => "a\na"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("repeated"));
        Assert.That(() => ((ISavedState)new IntegerLookup()).LoadAssets(_ => "-1\nx"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("\"x\""));
        Assert.That(() => ((ISavedState)new StringLookup(outputMode: "tf_idf")).LoadOwnVariables(new Dictionary<string, Tensor>()), Throws.TypeOf<InvalidDataException>().With.Message.Contains("idf_weights"));
    }
}

using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.Preprocessing;

/// <summary>What Keras rejects, preprocessing layers reject with its words; functions of one's own; data in batches.</summary>
public sealed class PreprocessingErrorTests
{
    [Test]
    public void BeforeAVocabularyThereIsNoAnswer()
    {
        Assert.That(() => new StringLookup().Apply(new[] { "a" }), Throws.InvalidOperationException.With.Message.Contains("not initialized"));
        Assert.That(() => new StringLookup(outputMode: "count").Apply(new[] { "a" }), Throws.InvalidOperationException.With.Message.Contains("you must set the layer's vocabulary"));
        Assert.That(() => new TextVectorization().Apply(new[] { "a" }), Throws.InvalidOperationException.With.Message.Contains("not initialized"));
        Assert.That(() => new TextVectorization(outputMode: "multi_hot").Apply(new[] { "a" }), Throws.InvalidOperationException.With.Message.Contains("vocabulary"));
        Assert.That(() => new Discretization(numBins: 3).Apply(new[] { 1f }), Throws.InvalidOperationException.With.Message.Contains("bin_boundaries"));
    }

    [Test]
    public void ArgumentsThatContradict()
    {
        Rejects(() => new StringLookup(maxTokens: 1), "`max_tokens` must be greater than 1");
        Rejects(() => new StringLookup(padToMaxTokens: true), "must set `max_tokens`");
        Rejects(() => new StringLookup(numOovIndices: -1), "numOovIndices");
        Rejects(() => new StringLookup(outputMode: "hot"), "outputMode");
        Rejects(() => new StringLookup(invert: true, outputMode: "count"), "`invert` is true");
        Rejects(() => new StringLookup(idfWeights: [1.0]), "tf_idf");
        Rejects(() => new StringLookup(vocabulary: ["a"], outputMode: "tf_idf"), "`idf_weights` argument must also be provided");
        Rejects(() => new StringLookup(sparse: true), "`sparse` may only be true");
        Rejects(() => new IntegerLookup(salt: 3), "oov_method='farmhash'");
        Rejects(() => new IntegerLookup(vocabularyDtype: "int32"), "int64");
        Rejects(() => new Hashing(0), "num_bins=0");
        Rejects(() => new Hashing(3, salt: new[] { 1, 2, 3 }), "tuple of 2 integers");
        Rejects(() => new HashedCrossing(3, outputMode: "count"), "outputMode");
        Rejects(() => new CategoryEncoding(), "num_tokens must be set");
        Rejects(() => new CategoryEncoding(0), "`num_tokens` must be >= 1");
        Rejects(() => new Discretization(), "either `num_bins` or `bin_boundaries`");
        Rejects(() => new Discretization([1.0], numBins: 2), "Both `num_bins` and `bin_boundaries`");
        Rejects(() => new Discretization(numBins: -1), "greater than or equal to 0");
        Rejects(() => new Normalization(mean: 1.0), "both `mean` and `variance`");
        Rejects(() => new Normalization(mean: [1.0, 2], variance: [1.0]), "same shape");
        Rejects(() => new Normalization(axis: null, mean: [1.0], variance: [1.0]), "number of axes (0)");
        Rejects(() => new TextVectorization(standardize: "clean"), "standardize");
        Rejects(() => new TextVectorization(split: "words"), "split");
        Rejects(() => new TextVectorization(outputMode: "count", outputSequenceLength: 3), "output_sequence_length");
        Rejects(() => new TextVectorization(ngrams: [0]), "ngrams");
        Assert.That(() => new TextVectorization(ragged: true), Throws.TypeOf<NotSupportedException>().With.Message.Contains("dense"));
    }

    [Test]
    public void VocabulariesThatDoNotFit()
    {
        Rejects(() => new StringLookup(vocabulary: ["a", "a"]), "repeated term");
        Rejects(() => new StringLookup(vocabulary: ["a", "m"], maskToken: "m"), "reserved mask token");
        Rejects(() => new StringLookup(vocabulary: ["a", "[UNK]"], invert: true), "reserved OOV token");
        Rejects(() => new StringLookup(vocabulary: ["a", "b", "c"], maxTokens: 3), "larger than the maximum vocab size");
        Rejects(() => new StringLookup(vocabulary: []), "empty vocabulary");
        Rejects(() => new StringLookup(vocabulary: ["a"], numOovIndices: 0).Apply(new[] { "x" }), "num_oov_indices=1");
        Rejects(() => new StringLookup(vocabulary: ["a"]).Apply(new[] { 1 }), "takes text");
        Rejects(() => new IntegerLookup(vocabulary: [1L]).Apply(new[] { "a" }), "Expected numbers");
        Assert.That(() => new StringLookup(vocabulary: ["a"]).Adapt(new[] { "x" }), Throws.InvalidOperationException.With.Message.Contains("Cannot adapt layer"));
        var counts = new StringLookup(outputMode: "count");
        counts.Adapt(new[] { "a" });
        Assert.That(() => counts.Adapt(new[] { "a", "b" }), Throws.InvalidOperationException.With.Message.Contains("cannot be changed"));
    }

    [Test]
    public void ShapesThatDoNotFit()
    {
        Rejects(() => new TextVectorization(vocabulary: ["a"]).Apply(new[,] { { "a", "b" } }), "last shape dimension must be 1");
        Rejects(() => new HashedCrossing(3).Apply((Tensors)(Tensor)new[] { "a" }), "at least two inputs");
        Rejects(() => new HashedCrossing(3).Apply([new[,] { { "a", "b" } }, new[,] { { "a", "b" } }]), "(batch_size, 1)");
        Rejects(() => new HashedCrossing(3).Apply([(Tensor)new[] { "a" }, (Tensor)new[] { 1f }]), "integer or string dtype");
        Rejects(() => new Normalization(axis: 3).Apply(new float[2, 3]), "range [-ndim, ndim)");
        Rejects(() => new Normalization().Apply(Keras.Input([(int?)null])), "known shape");
        var normalization = new Normalization();
        normalization.Adapt(new float[2, 3]);
        Rejects(() => normalization.Adapt(new float[2, 4]), "incompatible shape");
        Rejects(() => new CategoryEncoding(3).Apply(new[,] { { 1, 2 } }, new[,] { { 1f, 2 } }), "`count_weights` is not used");
    }

    [Test]
    public void FunctionsOfOnesOwn()
    {
        var layer = new TextVectorization(standardize: new(t => t.Replace('a', 'b')), split: new(t => t.Split(',')));
        layer.Adapt(new[] { "a,c", "b" });
        Assert.That(layer.GetVocabulary(), Is.EqualTo(new[] { "", "[UNK]", "b", "c" }));
        Assert.That(layer.Apply(new[] { "a,c,zz" }).ToArray<long>(), Is.EqualTo(new long[] { 2, 3, 1 }));
        Assert.That(() => layer.GetConfig(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("function of its own"));
    }

    [Test]
    public void DataComesInBatches()
    {
        IEnumerable<Data> batches = [new[] { "a b", "b" }, new[] { "c b" }];
        var text = new TextVectorization();
        text.Adapt(batches);
        Assert.That(text.GetVocabulary(false), Is.EqualTo(new[] { "b", "c", "a" }));
        text.Adapt(batches, steps: 1);
        Assert.That(text.GetVocabulary(false), Is.EqualTo(new[] { "b", "a" }));
        text.Adapt(BatchSource.From(batches.Select(b => new Batch(b))));
        Assert.That(text.VocabularySize(), Is.EqualTo(5));
        var normalization = new Normalization(axis: null);
        normalization.Adapt([new float[] { 1, 2 }, new float[] { 6 }]);
        Assert.That(normalization.AdaptMean.Value.ToDouble(), Is.EqualTo(3).Within(1e-6));
        Assert.That(normalization.Mean.Shape, Is.EqualTo(new TensorShape(1)));
        Assert.That(() => new Normalization().Mean, Throws.InvalidOperationException);
    }

    [Test]
    public void AVocabularyGoesBackToWords()
    {
        var lookup = new StringLookup(maskToken: "");
        lookup.Adapt(new[] { "red", "green", "red" });
        var words = new StringLookup(vocabulary: lookup.GetVocabulary(), invert: true, maskToken: "");
        Assert.That(words.Apply(lookup.Apply(new[] { "green", "", "blue", "red" })).ToStringArray(), Is.EqualTo(new[] { "green", "", "[UNK]", "red" }));
        Assert.That(() => Tensor.From(new[] { 1 }).ToStringArray(), Throws.TypeOf<InvalidCastException>());
        var numbers = new IntegerLookup(vocabulary: [12, 36]);
        Assert.That(new IntegerLookup(vocabulary: numbers.GetVocabulary(), invert: true).Apply(numbers.Apply(new[] { 36, 5 })).ToArray<long>(), Is.EqualTo(new long[] { 36, -1 }));
    }

    [Test]
    public void WeightsOfCountsAreAdded() => Assert.That(
        new CategoryEncoding(4, outputMode: "count").Apply(new[,] { { 0, 1 }, { 0, 0 } }, new[,] { { .1f, .2f }, { .3f, .4f } }).ToArray<float>(),
        Is.EqualTo(new[] { .1f, .2f, 0, 0, .7f, 0, 0, 0 }).Within(1e-6));

    [Test]
    public void ConfigsOfKeras2AreRead()
    {
        const string config = """
            {"name": "integer_lookup", "trainable": true, "dtype": "int64", "invert": false, "max_tokens": null, "num_oov_indices": 1, "oov_token": "-1", "mask_token": null, "output_mode": "int", "sparse": false,
             "pad_to_max_tokens": false, "vocabulary_dtype": "int64", "idf_weights": null, "vocabulary": [1, 2], "vocabulary_size": 3}
            """;
        var layer = (IntegerLookup)ObjectSerializer.Create(typeof(IntegerLookup), JsonNode.Parse(config)!.AsObject());
        Assert.That(layer.GetVocabulary(), Is.EqualTo(new long[] { -1, 1, 2 }));
        const string text = """
            {"name": "text_vectorization_1", "trainable": true, "dtype": "string", "max_tokens": null, "standardize": null, "split": "whitespace", "ngrams": [1, 2], "output_mode": "int", "output_sequence_length": null,
             "pad_to_max_tokens": false, "sparse": false, "ragged": false, "vocabulary": ["A", "A b"], "idf_weights": null, "encoding": "utf-8", "vocabulary_size": 4}
            """;
        var vectorize = (TextVectorization)ObjectSerializer.Create(typeof(TextVectorization), JsonNode.Parse(text)!.AsObject());
        Assert.That(vectorize.Apply(new[] { "A b" }).ToArray<long>(), Is.EqualTo(new long[] { 2, 1, 3 }));
    }

    private static void Rejects(Func<object> make, string message) => Assert.That(() => make(), Throws.InstanceOf<ArgumentException>().With.Message.Contains(message));

    private static void Rejects(Action act, string message) => Assert.That(() => act(), Throws.InstanceOf<ArgumentException>().With.Message.Contains(message));
}

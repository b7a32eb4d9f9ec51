using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.Tests;

/// <summary>Layers of text and of vocabularies are exported as TensorFlow's ops, which give the same numbers.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class TextExportTests(string backend) : BackendFixture(backend)
{
    private static readonly string[] _texts = ["The cat, the DOG!", "", "Ünïcode  cat\tsat\non  the mat. The END", "dog"];
    private static readonly string[] _words = ["cat", "", "dog", "bird", "the", "Ünïcode", "[UNK]", "mat"];
    private static readonly long[] _numbers = [3, -1, 0, 12, 7, 42, 8, 5];
    private string _folder = string.Empty;

    public static IEnumerable<TestCaseData> Texts()
    {
        string[] vocabulary = ["the", "cat", "dog", "sat", "mat", "ünïcode"];
        yield return Case("int", () => new Layers.TextVectorization(vocabulary: vocabulary));
        yield return Case("int, cut", () => new Layers.TextVectorization(vocabulary: vocabulary, outputSequenceLength: 3));
        yield return Case("int, filled", () => new Layers.TextVectorization(vocabulary: vocabulary, outputSequenceLength: 20));
        yield return Case("multi_hot", () => new Layers.TextVectorization(vocabulary: vocabulary, outputMode: "multi_hot"));
        yield return Case("count", () => new Layers.TextVectorization(vocabulary: vocabulary, outputMode: "count", maxTokens: 12, padToMaxTokens: true));
        yield return Case("tf_idf", () => new Layers.TextVectorization(vocabulary: vocabulary, outputMode: "tf_idf", idfWeights: [0.1, 0.4, 0.3, 0.7, 0.5, 0.9]));
        yield return Case("one_hot", () => new Layers.TextVectorization(vocabulary: vocabulary, outputMode: "one_hot"));
        yield return Case("lower", () => new Layers.TextVectorization(vocabulary: vocabulary, standardize: "lower"));
        yield return Case("strip_punctuation", () => new Layers.TextVectorization(vocabulary: vocabulary, standardize: "strip_punctuation"));
        yield return Case("as it is", () => new Layers.TextVectorization(vocabulary: vocabulary, standardize: null));
        yield return Case("characters", () => new Layers.TextVectorization(vocabulary: ["t", "e", "ü", "Ü", " ", "c"], split: "character", standardize: "lower"));
        yield return Case("whole", () => new Layers.TextVectorization(vocabulary: ["dog", "the cat the dog"], split: null));
        string[] pairs = [.. vocabulary, "the cat", "the dog", "cat sat", "mat the end"];
        yield return Case("pairs", () => new Layers.TextVectorization(vocabulary: pairs, ngrams: 2));
        yield return Case("pairs and threes, cut", () => new Layers.TextVectorization(vocabulary: pairs, ngrams: [1, 3], outputSequenceLength: 9));
        yield return Case("pairs counted", () => new Layers.TextVectorization(vocabulary: pairs, ngrams: 2, outputMode: "multi_hot"));
        yield return Case("pairs of characters", () => new Layers.TextVectorization(vocabulary: ["t h", "e", "a t"], ngrams: 2, split: "character"));
        yield return Case("threes in rows", () => new Layers.TextVectorization(vocabulary: pairs, ngrams: [3, 2], outputMode: "one_hot"));
        yield return Case("hashes", () => new Layers.Hashing(5));
        yield return Case("salted hashes", () => new Layers.Hashing(7, salt: (3, 9), maskValue: "dog"));
        yield return Case("counted hashes", () => new Layers.Hashing(5, outputMode: "count"));
    }

    public static IEnumerable<TestCaseData> Words()
    {
        yield return Case("int", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"]));
        yield return Case("masked", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"], maskToken: ""));
        yield return Case("several unknown", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"], numOovIndices: 3));
        yield return Case("salted unknown", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"], numOovIndices: 4, maskToken: "", salt: 5));
        yield return Case("multi_hot", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"], outputMode: "multi_hot"));
        yield return Case("one_hot", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"], outputMode: "one_hot", maskToken: ""));
        yield return Case("count", () => new Layers.StringLookup(vocabulary: [.. Enumerable.Range(0, 500).Select(i => $"word {i}"), "cat"], outputMode: "count"));
    }

    public static IEnumerable<TestCaseData> Numbers()
    {
        yield return Case("int", () => new Layers.IntegerLookup(vocabulary: [12L, 3L, 42L]));
        yield return Case("masked", () => new Layers.IntegerLookup(vocabulary: [12L, 3L, 42L], maskToken: 0));
        yield return Case("several unknown", () => new Layers.IntegerLookup(vocabulary: [12L, 3L, 42L], numOovIndices: 3));
        yield return Case("farmhash", () => new Layers.IntegerLookup(vocabulary: [12L, 3L, 42L], numOovIndices: 3, oovMethod: "farmhash"));
        yield return Case("multi_hot", () => new Layers.IntegerLookup(vocabulary: [12L, 3L, 42L], outputMode: "multi_hot"));
        yield return Case("inverse", () => new Layers.IntegerLookup(vocabulary: [12L, 3L, 42L], invert: true));
        yield return Case("inverse words", () => new Layers.StringLookup(vocabulary: ["the", "cat", "dog"], invert: true, maskToken: ""));
        yield return Case("hashes", () => new Layers.Hashing(5, maskValue: 7));
        yield return Case("one_hot hashes", () => new Layers.Hashing(5, outputMode: "one_hot"));
    }

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("keras").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Texts))]
    public void TextsGiveTheSame(Func<Layers.Layer> make) => Check(make(), Keras.Input(1, dtype: DataType.String), new Tensor(new TensorShape(4, 1), _texts));

    [TestCaseSource(nameof(Words))]
    public void WordsGiveTheSame(Func<Layers.Layer> make) => Check(make(), Keras.Input(2, dtype: DataType.String), new Tensor(new TensorShape(4, 2), _words));

    [TestCaseSource(nameof(Numbers))]
    public void NumbersGiveTheSame(Func<Layers.Layer> make) => Check(make(), Keras.Input(2, dtype: DataType.Int64), Tensor.Create<long>(_numbers, new TensorShape(4, 2)));

    [TestCase("int")]
    [TestCase("one_hot")]
    public void CrossesGiveTheSame(string mode)
    {
        Tensor[] inputs = [Keras.Input(1, dtype: DataType.String, name: "a"), Keras.Input(1, dtype: DataType.Int64, name: "b"), Keras.Input(1, dtype: DataType.String, name: "c")];
        Tensor[] x = [new Tensor(new TensorShape(4, 1), _texts), Tensor.Create<long>(_numbers.AsSpan(0, 4), new TensorShape(4, 1)), new Tensor(new TensorShape(4, 1), _words[..4])];
        Check(new Model(inputs, new Layers.HashedCrossing(6, outputMode: mode).Apply(inputs)), x);
    }

    private void Check(Layers.Layer layer, Tensor input, Tensor x) => Check(new Model(input, layer.Apply(input)), [x]);

    private void Check(Model model, Tensor[] x)
    {
        model.Export(_folder, verbose: false);
        var wanted = model.Apply((Tensors)x).Single();
        using var scope = Keras.Scope("tensorflow"); // who runs ops of text
        using var saved = SavedModel.Load(_folder);
        var signature = saved.Signatures["serving_default"];
        var got = signature.Run(signature.InputNames.Zip(x).ToDictionary(p => p.First, p => p.Second))["output_0"];
        Assert.That((got.DType, got.Shape), Is.EqualTo((model.Outputs[0].DType, wanted.Shape)));
        Assert.That(got.Text, Is.EqualTo(wanted.Text));
        if (got.Text is null)
        {
            Assert.That(Ops.Cast(got, DataType.Float64).ToArray<double>(), Is.EqualTo(Ops.Cast(wanted, DataType.Float64).ToArray<double>()).Within(1e-6));
        }
    }

    private static TestCaseData Case(string name, Func<Layers.Layer> make) => new TestCaseData(make).SetArgDisplayNames(name);
}

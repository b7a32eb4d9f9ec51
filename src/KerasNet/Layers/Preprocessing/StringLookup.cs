using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Turns words into indices by a vocabulary, or indices into words.</summary>
/// <remarks>Python: <c>keras.layers.StringLookup</c>. Runs in C# before the step. Input text of any shape; output of the same shape in mode <c>int</c>, else rows of the vocabulary's size.</remarks>
/// <example><code>var lookup = new Layers.StringLookup(vocabulary: ["a", "b"]); lookup.Apply(new[] { "b", "z" });   // 2, 0</code></example>
public sealed class StringLookup : IndexLookup<string>
{
    /// <summary>Makes the layer.</summary>
    /// <param name="maxTokens">Most terms, special ones included; null: any number.</param>
    /// <param name="numOovIndices">Indices for unknown words: 0 makes them an error, several spread them by hash.</param>
    /// <param name="maskToken">The word that stands for nothing: index 0; null: none.</param>
    /// <param name="oovToken">Stands for unknown words when indices become words.</param>
    /// <param name="vocabulary">The words, or the path of a text file; null: <c>Adapt</c> finds them.</param>
    /// <param name="idfWeights">Weight of each word, in mode <c>tf_idf</c> with a vocabulary.</param>
    /// <param name="invert">Whether indices become words.</param>
    /// <param name="outputMode"><c>int</c>, <c>one_hot</c>, <c>multi_hot</c>, <c>count</c> or <c>tf_idf</c>.</param>
    /// <param name="padToMaxTokens">Whether rows have <paramref name="maxTokens"/> elements however many words there are.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <param name="encoding">Of text; UTF-8 is the only one.</param>
    /// <param name="salt">Key of the hash that spreads unknown words.</param>
    /// <param name="oovMethod">Of integers; files hold it.</param>
    /// <param name="vocabularySize">Size of a vocabulary that comes later; files hold it.</param>
    /// <exception cref="ArgumentException">Arguments contradict, or the vocabulary is empty, too long or repeats a word.</exception>
    public StringLookup(
        int? maxTokens = null, int numOovIndices = 1, string? maskToken = null, string? oovToken = "[UNK]", Vocabulary<string>? vocabulary = null, IReadOnlyList<double>? idfWeights = null,
        bool invert = false, string outputMode = "int", bool padToMaxTokens = false, bool sparse = false, string encoding = "utf-8", HashSalt? salt = null, string oovMethod = "floormod", int? vocabularySize = null)
        : base(
            new LookupOptions
            {
                MaxTokens = maxTokens, NumOovIndices = numOovIndices, IdfWeights = idfWeights, Invert = invert, OutputMode = outputMode, PadToMaxTokens = padToMaxTokens, Sparse = sparse,
                OovMethod = oovMethod, Salt = salt, VocabularySize = vocabularySize,
            },
            vocabulary,
            maskToken is null ? [] : [maskToken],
            oovToken is null ? [] : [oovToken],
            Utf8Order.Instance)
    {
        (MaskToken, OovToken) = (maskToken, oovToken);
        Encoding = Require.OneOf(encoding.ToLowerInvariant(), ["utf-8", "utf8", "ascii"]);
    }

    /// <summary>The word that stands for nothing.</summary>
    public string? MaskToken { get; }

    /// <summary>Stands for unknown words.</summary>
    public string? OovToken { get; }

    /// <summary>Of text.</summary>
    public string Encoding { get; }

    private protected override string[] Terms(Tensor values) => values.Text
        ?? throw new ArgumentException($"Layer '{Name}' takes text. Received: {values.DType.Name()}, shape={values.Shape}. Use IntegerLookup for integers.");

    private protected override Tensor Texts(string[] terms, TensorShape shape) => new(shape, terms);

    private protected override long Spread(string term) => HashBins.Of(term, NumOovIndices, Salt);
}

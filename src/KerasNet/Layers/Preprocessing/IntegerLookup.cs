namespace KerasNet.Layers;

/// <summary>Turns integers into indices by a vocabulary, or indices into integers.</summary>
/// <remarks>Python: <c>keras.layers.IntegerLookup</c>. Runs in C# before the step. Input of any shape; output of the same shape in mode <c>int</c>, else rows of the vocabulary's size.</remarks>
public sealed class IntegerLookup : IndexLookup<long>
{
    /// <summary>Makes the layer.</summary>
    /// <param name="maxTokens">Most terms, special ones included; null: any number.</param>
    /// <param name="numOovIndices">Indices for unknown integers: 0 makes them an error, several spread them.</param>
    /// <param name="maskToken">The integer that stands for nothing: index 0; null: none.</param>
    /// <param name="oovToken">Stands for unknown integers when indices become integers.</param>
    /// <param name="vocabulary">The integers, or the path of a text file; null: <c>Adapt</c> finds them.</param>
    /// <param name="vocabularyDtype"><c>int64</c>, nothing else.</param>
    /// <param name="idfWeights">Weight of each integer, in mode <c>tf_idf</c> with a vocabulary.</param>
    /// <param name="invert">Whether indices become integers.</param>
    /// <param name="outputMode"><c>int</c>, <c>one_hot</c>, <c>multi_hot</c>, <c>count</c> or <c>tf_idf</c>.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <param name="padToMaxTokens">Whether rows have <paramref name="maxTokens"/> elements however many integers there are.</param>
    /// <param name="oovMethod">How unknown integers are spread: <c>floormod</c> or <c>farmhash</c>.</param>
    /// <param name="salt">Key of the hash, with <c>farmhash</c>.</param>
    /// <param name="vocabularySize">Size of a vocabulary that comes later; files hold it.</param>
    /// <exception cref="ArgumentException">Arguments contradict, or the vocabulary is empty, too long or repeats an integer.</exception>
    public IntegerLookup(
        int? maxTokens = null, int numOovIndices = 1, long? maskToken = null, long? oovToken = -1, Vocabulary<long>? vocabulary = null, string vocabularyDtype = "int64", IReadOnlyList<double>? idfWeights = null,
        bool invert = false, string outputMode = "int", bool sparse = false, bool padToMaxTokens = false, string oovMethod = "floormod", HashSalt? salt = null, int? vocabularySize = null)
        : base(
            new LookupOptions
            {
                MaxTokens = maxTokens, NumOovIndices = numOovIndices, IdfWeights = idfWeights, Invert = invert, OutputMode = outputMode, PadToMaxTokens = padToMaxTokens, Sparse = sparse,
                OovMethod = oovMethod, Salt = salt, VocabularySize = vocabularySize,
            },
            vocabulary,
            maskToken is { } mask ? [mask] : [],
            oovToken is { } oov ? [oov] : [],
            Comparer<long>.Default)
    {
        (MaskToken, OovToken) = (maskToken, oovToken);
        VocabularyDtype = vocabularyDtype == "int64" ? vocabularyDtype
            : throw new ArgumentException($"Only `vocabulary_dtype='int64'` is supported at this time. Received: vocabulary_dtype={vocabularyDtype}.", nameof(vocabularyDtype));
    }

    /// <summary>The integer that stands for nothing.</summary>
    public long? MaskToken { get; }

    /// <summary>Stands for unknown integers.</summary>
    public long? OovToken { get; }

    /// <summary>Type of the terms.</summary>
    public string VocabularyDtype { get; }

    private protected override long[] Terms(Tensor values) => HashBins.Integers(values);

    private protected override Tensor Texts(long[] terms, TensorShape shape) => Tensor.Create<long>(terms, shape);

    private protected override long Spread(long term) => OovMethod == "farmhash"
        ? HashBins.Of(term, NumOovIndices, Salt)
        : ((term % NumOovIndices) + NumOovIndices) % NumOovIndices;
}

using System.Runtime.CompilerServices;
using KerasNet.Graphs;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Turns text into indices of words, or into one row for each text: which words occur, how often, how telling.</summary>
/// <remarks>
/// Python: <c>keras.layers.TextVectorization</c>. Runs in C# before the step. Input <c>(batch)</c> or <c>(batch, 1)</c> of text; output <c>(batch, words)</c> of int64, filled with 0,
/// or <c>(batch, vocabulary size)</c>.
/// </remarks>
/// <example><code>
/// var vectorize = new Layers.TextVectorization(maxTokens: 10_000, outputSequenceLength: 50);
/// vectorize.Adapt(texts);
/// var model = new Sequential([Keras.Input(1, dtype: DataType.String), vectorize, new Layers.Embedding(10_000, 16), …]);
/// </code></example>
public sealed class TextVectorization : HostLayer, IAdaptable, ISavedState
{
    private readonly StringLookup _lookupLayer;

    /// <summary>Makes the layer.</summary>
    /// <param name="maxTokens">Most words, special ones included; null: any number.</param>
    /// <param name="standardize">How text is cleaned first; null: not at all.</param>
    /// <param name="split">How text is taken apart; null: not at all.</param>
    /// <param name="ngrams">How many neighbouring words become one; null: none.</param>
    /// <param name="outputMode"><c>int</c>, <c>multi_hot</c>, <c>count</c>, <c>tf_idf</c> or <c>one_hot</c>.</param>
    /// <param name="outputSequenceLength">Length of the rows in mode <c>int</c>; null: that of the batch's longest.</param>
    /// <param name="padToMaxTokens">Whether rows of other modes have <paramref name="maxTokens"/> elements however many words there are.</param>
    /// <param name="vocabulary">The words, or the path of a text file; null: <c>Adapt</c> finds them.</param>
    /// <param name="idfWeights">Weight of each word, in mode <c>tf_idf</c> with a vocabulary.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <param name="ragged">Not supported: results are dense.</param>
    /// <param name="encoding">Of text; UTF-8 is the only one.</param>
    /// <param name="vocabularySize">Size of a vocabulary that comes later; files hold it.</param>
    /// <exception cref="ArgumentException">Arguments contradict.</exception>
    /// <exception cref="NotSupportedException">Ragged results are asked for.</exception>
    public TextVectorization(
        int? maxTokens = null, TextStandardization standardize = default, TextSplit split = default, NGrams? ngrams = null, string outputMode = "int", int? outputSequenceLength = null,
        bool padToMaxTokens = false, Vocabulary<string>? vocabulary = null, IReadOnlyList<double>? idfWeights = null, bool sparse = false, bool ragged = false, string encoding = "utf-8", int? vocabularySize = null)
    {
        (MaxTokens, Standardize, Split, Ngrams, Sparse) = (maxTokens, standardize, split, ngrams, sparse);
        OutputMode = LookupMode.Of(outputMode);
        OutputSequenceLength = OutputMode == "int" || outputSequenceLength is null ? Require.Positive(outputSequenceLength)
            : throw new ArgumentException($"`output_sequence_length` must not be set if `output_mode` is not 'int'. Received output_sequence_length={outputSequenceLength}.");
        Ragged = !ragged ? false : throw new NotSupportedException("ragged=true gives rows of different lengths, and tensors here are dense. Leave it out and mask the padding: Embedding(…, maskZero: true).");

        // The config of a layer without words says 1 or 2, the special ones: that is no size to hold on to.
        _lookupLayer = new StringLookup(
            maxTokens, maskToken: string.Empty, vocabulary: vocabulary, idfWeights: idfWeights, outputMode: OutputMode, padToMaxTokens: padToMaxTokens, sparse: sparse, encoding: encoding,
            vocabularySize: vocabularySize > (OutputMode == "int" ? 2 : 1) ? vocabularySize : null);
    }

    /// <summary>Most words.</summary>
    public int? MaxTokens { get; }

    /// <summary>How text is cleaned.</summary>
    public TextStandardization Standardize { get; }

    /// <summary>How text is taken apart.</summary>
    public TextSplit Split { get; }

    /// <summary>How many neighbouring words become one.</summary>
    public NGrams? Ngrams { get; }

    /// <summary><c>int</c>, <c>multi_hot</c>, <c>count</c>, <c>tf_idf</c> or <c>one_hot</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Length of the rows in mode <c>int</c>.</summary>
    public int? OutputSequenceLength { get; }

    /// <summary>Whether rows have <see cref="MaxTokens"/> elements.</summary>
    public bool PadToMaxTokens => _lookupLayer.PadToMaxTokens;

    /// <summary>The vocabulary that the constructor was given.</summary>
    [ConfigName("vocabulary")]
    public Vocabulary<string>? InputVocabulary => _lookupLayer.InputVocabulary;

    /// <summary>The weights that the constructor was given.</summary>
    [ConfigName("idf_weights")]
    public IReadOnlyList<double>? InputIdfWeights => _lookupLayer.InputIdfWeights;

    /// <summary>Asked for sparse results.</summary>
    public bool Sparse { get; }

    /// <summary>Always false.</summary>
    public bool Ragged { get; }

    /// <summary>Of text.</summary>
    public string Encoding => _lookupLayer.Encoding;

    /// <summary>Size of the vocabulary, as files hold it.</summary>
    [ConfigName("vocabulary_size")]
    public int? FrozenVocabularySize => VocabularySize();

    internal bool HasInputVocabulary => _lookupLayer.HasInputVocabulary;

    /// <summary>The layer that gives words their indices.</summary>
    internal StringLookup Lookup => _lookupLayer;

    /// <summary>Learns the vocabulary from texts: the most frequent words first.</summary>
    /// <remarks>Python: <c>adapt</c>.</remarks>
    /// <exception cref="InvalidOperationException">The vocabulary was given to the constructor.</exception>
    [OverloadResolutionPriority(1)]
    public void Adapt(Data data) => Adapt(AdaptBatches.Whole(data));

    /// <summary>Learns the vocabulary from batches of texts.</summary>
    public void Adapt(IEnumerable<Data> batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    /// <summary>Learns the vocabulary from the inputs of batches.</summary>
    public void Adapt(BatchSource batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    /// <summary>The vocabulary; a word's index is its place.</summary>
    /// <param name="includeSpecialTokens">Whether padding and the name of unknown words stand in it.</param>
    public string[] GetVocabulary(bool includeSpecialTokens = true) => _lookupLayer.GetVocabulary(includeSpecialTokens);

    /// <summary>Number of indices, special ones included.</summary>
    public int VocabularySize() => _lookupLayer.VocabularySize();

    /// <summary>Replaces the vocabulary.</summary>
    /// <param name="vocabulary">Words, with or without the special ones in front; or the path of a text file.</param>
    /// <param name="idfWeights">Weight of each word, in mode <c>tf_idf</c>.</param>
    /// <exception cref="ArgumentException">It is empty, too long or repeats a word.</exception>
    public void SetVocabulary(Vocabulary<string> vocabulary, IReadOnlyList<double>? idfWeights = null) => _lookupLayer.SetVocabulary(vocabulary, idfWeights);

    bool IAdaptable.IsAdapted => ((IAdaptable)_lookupLayer).IsAdapted;

    void IAdaptable.Adapt(IEnumerable<Tensor> batches) => Adapt(batches);

    IReadOnlyList<(string Name, Tensor Value)> ISavedState.SaveOwnVariables() => ((ISavedState)_lookupLayer).SaveOwnVariables();

    void ISavedState.LoadOwnVariables(IReadOnlyDictionary<string, Tensor> variables) => ((ISavedState)_lookupLayer).LoadOwnVariables(variables);

    IReadOnlyList<(string Name, string Text)> ISavedState.SaveAssets() => ((ISavedState)_lookupLayer).SaveAssets();

    void ISavedState.LoadAssets(Func<string, string?> read) => ((ISavedState)_lookupLayer).LoadAssets(read);

    private protected override TensorSpec Describe(Tensors inputs)
    {
        var shape = inputs.Shape;
        var outer = Outer(shape);
        return OutputMode switch
        {
            "int" => new TensorSpec(DataType.Int64, outer.Insert(outer.Rank, OutputSequenceLength ?? (Split.IsNone && Ngrams is null && shape.Rank > 0 ? shape[^1] : -1))),
            "one_hot" => new TensorSpec(Keras.Config.FloatX, outer.Concat(new TensorShape(-1, _lookupLayer.Depth ?? -1))),
            _ => new TensorSpec(Keras.Config.FloatX, outer.Insert(outer.Rank, _lookupLayer.Depth ?? -1)),
        };
    }

    private protected override Tensor Compute(Tensors inputs)
    {
        var text = Preprocess(inputs.Single());
        if (OutputMode == "int")
        {
            return text.Pad(_lookupLayer.Indices, OutputSequenceLength);
        }

        // The mode one_hot has a row for each word; texts with fewer words get rows of zeros.
        var width = OutputMode == "one_hot" ? text.Rows.Select(r => r.Length).DefaultIfEmpty().Max() : 1;
        var rows = text.Rows.Select(words => _lookupLayer.EncodeIndices(_lookupLayer.Indices(words), words.Length)).ToArray();
        var depth = _lookupLayer.Depth ?? 0;
        var result = Tensor.Allocate(OutputMode == "tf_idf" ? DataType.Float32 : DataType.Int64, (OutputMode == "one_hot" ? text.Outer.Insert(text.Outer.Rank, width) : text.Outer).Concat(depth));
        var to = result.WritableBytes();
        var stride = width * depth * result.DType.Size();
        to.Clear();
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].Bytes().CopyTo(to[(i * stride)..]);
        }

        return result;
    }

    private void Adapt(IEnumerable<Tensor> batches) => _lookupLayer.AdaptDocuments(batches.SelectMany(b => Preprocess(b).Rows));

    private TextRows Preprocess(Tensor x)
    {
        var standardize = Standardize;
        var texts = Array.ConvertAll(
            x.Text ?? throw new ArgumentException($"Layer '{Name}' takes text. Received: {x.DType.Name()}, shape={x.Shape}."), t => standardize.Apply(t));
        var split = Split;
        string[][] rows = split.IsNone
            ? [.. texts.Chunk(Math.Max(1, x.Rank == 0 ? 1 : x.Shape[^1]))]
            : Array.ConvertAll(texts, t => split.Apply(t));
        return new TextRows(Outer(x.Shape), Ngrams is { } ngrams ? Array.ConvertAll(rows, ngrams.Apply) : rows);
    }

    /// <summary>Shape of the texts, without their words.</summary>
    private TensorShape Outer(TensorShape shape) => shape.Rank == 0 ? shape
        : Split.IsNone ? shape[..^1]
        : shape.Rank == 1 ? shape
        : shape[^1] is 1 or -1 ? shape[..^1]
        : throw new ArgumentException($"When using `TextVectorization` to tokenize strings, the input rank must be 1 or the last shape dimension must be 1. Received: inputs.shape={shape} with rank={shape.Rank}.");
}

using System.Runtime.CompilerServices;
using KerasNet.Graphs;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>What <see cref="StringLookup"/> and <see cref="IntegerLookup"/> have in common: a vocabulary that maps terms to indices, or indices to terms.</summary>
/// <typeparam name="T">Text or <see cref="long"/>.</typeparam>
public abstract class IndexLookup<T> : HostLayer, IAdaptable, ISavedState
    where T : notnull
{
    private readonly T[] _mask;
    private readonly T[] _oov;
    private readonly bool _hasInputVocabulary;
    private readonly IComparer<T> _order;
    private LookupTable<T>? _table;
    private float[]? _idf;

    private protected IndexLookup(LookupOptions options, Vocabulary<T>? vocabulary, T[] mask, T[] oov, IComparer<T> order)
    {
        (_mask, _oov, _order) = (mask, oov, order);
        MaxTokens = options.MaxTokens is null or > 1 ? options.MaxTokens : throw new ArgumentException($"If set, `max_tokens` must be greater than 1. Received: max_tokens={options.MaxTokens}.");
        NumOovIndices = Require.NonNegative(options.NumOovIndices, "numOovIndices");
        Invert = options.Invert;
        OutputMode = LookupMode.Of(options.OutputMode);
        OovMethod = Require.OneOf(options.OovMethod, ["floormod", "farmhash"], "oovMethod");
        PadToMaxTokens = !options.PadToMaxTokens || MaxTokens is not null ? options.PadToMaxTokens
            : throw new ArgumentException("If pad_to_max_tokens is True, must set `max_tokens`. Received: max_tokens=null.");
        Salt = options.Salt is null || typeof(T) == typeof(string) || OovMethod == "farmhash" ? options.Salt
            : throw new ArgumentException($"`salt` can only be used when `oov_method='farmhash'`. Received: oov_method={OovMethod}.");
        Sparse = LookupMode.Sparse(this, options.Sparse, OutputMode);
        if (Invert && OutputMode != "int")
        {
            throw new ArgumentException($"`output_mode` must be `'int'` when `invert` is true. Received: output_mode={OutputMode}.");
        }

        if (options.IdfWeights is not null && OutputMode != "tf_idf")
        {
            throw new ArgumentException($"`idf_weights` should only be set if `output_mode` is `'tf_idf'`. Received: output_mode={OutputMode}.");
        }

        if (vocabulary is not null && options.IdfWeights is null && OutputMode == "tf_idf")
        {
            throw new ArgumentException("When specifying the `vocabulary` argument, in TF-IDF output mode, the `idf_weights` argument must also be provided.");
        }

        FrozenVocabularySize = options.VocabularySize;
        (InputVocabulary, InputIdfWeights) = (vocabulary, options.IdfWeights);
        _hasInputVocabulary = vocabulary is not null;
        _idf = options.IdfWeights?.Select(w => (float)w).ToArray();
        if (vocabulary is not null)
        {
            SetVocabulary(vocabulary, options.IdfWeights);
        }
    }

    /// <summary>Most terms of the vocabulary, special ones included; null: any number.</summary>
    public int? MaxTokens { get; }

    /// <summary>Indices for unknown terms: 0 makes them an error, several spread them by hash.</summary>
    public int NumOovIndices { get; }

    /// <summary>Whether indices become terms.</summary>
    public bool Invert { get; }

    /// <summary><c>int</c>, <c>one_hot</c>, <c>multi_hot</c>, <c>count</c> or <c>tf_idf</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Whether rows have <see cref="MaxTokens"/> elements however many terms there are.</summary>
    public bool PadToMaxTokens { get; }

    /// <summary>Asked for sparse results; they are dense here, of the same values.</summary>
    public bool Sparse { get; }

    /// <summary>How unknown integers are spread: <c>floormod</c> or <c>farmhash</c>.</summary>
    public string OovMethod { get; }

    /// <summary>Key of the hash that spreads unknown terms; null: a hash without key.</summary>
    public HashSalt? Salt { get; }

    /// <summary>The vocabulary that the constructor was given.</summary>
    [ConfigName("vocabulary")]
    public Vocabulary<T>? InputVocabulary { get; }

    /// <summary>The weights that the constructor was given.</summary>
    [ConfigName("idf_weights")]
    public IReadOnlyList<double>? InputIdfWeights { get; }

    /// <summary>Size of the vocabulary when it was set; null before.</summary>
    [ConfigName("vocabulary_size")]
    public int? FrozenVocabularySize { get; private set; }

    internal override DataType InputDType => Invert || typeof(T) != typeof(string) ? DataType.Int64 : DataType.String;

    /// <summary>Elements of a row; null before there is a vocabulary.</summary>
    internal int? Depth => PadToMaxTokens ? MaxTokens : FrozenVocabularySize;

    internal bool HasInputVocabulary => _hasInputVocabulary;

    private int OovStart => _mask.Length > 0 && OutputMode == "int" ? 1 : 0;

    private int TokenStart => OovStart + NumOovIndices;

    private bool HasFixedSize => OutputMode == "int" || PadToMaxTokens;

    /// <summary>Learns the vocabulary from data: the most frequent terms first.</summary>
    /// <remarks>Python: <c>adapt</c>.</remarks>
    /// <exception cref="InvalidOperationException">The vocabulary was given to the constructor.</exception>
    [OverloadResolutionPriority(1)]
    public void Adapt(Data data) => Adapt(AdaptBatches.Whole(data));

    /// <summary>Learns the vocabulary from batches.</summary>
    public void Adapt(IEnumerable<Data> batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    /// <summary>Learns the vocabulary from the inputs of batches.</summary>
    public void Adapt(BatchSource batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    /// <summary>The vocabulary; a term's index is its place. Another layer takes it: <c>vocabulary: lookup.GetVocabulary(), invert: true</c>.</summary>
    /// <param name="includeSpecialTokens">Whether the mask and the names of unknown terms stand in it.</param>
    public T[] GetVocabulary(bool includeSpecialTokens = true)
    {
        var terms = _table?.Terms ?? [];
        if (!includeSpecialTokens)
        {
            return [.. terms];
        }

        T[] special = [.. Enumerable.Repeat(_oov.Length > 0 ? _oov[0] : default!, TokenStart)];
        if (OovStart > 0)
        {
            special[0] = _mask[0];
        }

        return [.. special, .. terms];
    }

    /// <summary>Number of indices, special ones included.</summary>
    public int VocabularySize() => (_table?.Terms.Length ?? 0) + TokenStart;

    /// <summary>Replaces the vocabulary.</summary>
    /// <param name="vocabulary">Terms, with or without the special ones in front; or the path of a text file.</param>
    /// <param name="idfWeights">Weight of each term, in the mode <c>tf_idf</c>.</param>
    /// <exception cref="ArgumentException">It is empty, too long, repeats a term, or holds a special one where it must not.</exception>
    public void SetVocabulary(Vocabulary<T> vocabulary, IReadOnlyList<double>? idfWeights = null)
    {
        if (OutputMode == "tf_idf" && vocabulary.Path is not null)
        {
            throw new ArgumentException("output_mode `'tf_idf'` does not support loading a vocabulary from file.");
        }

        if ((OutputMode == "tf_idf") != (idfWeights is not null))
        {
            throw new ArgumentException(OutputMode == "tf_idf"
                ? "`idf_weights` must be set if output_mode is 'tf_idf'."
                : $"`idf_weights` should only be set if output_mode is `'tf_idf'`. Received: output_mode={OutputMode}.");
        }

        var given = vocabulary.ToArray();
        if (vocabulary.Path is not null)
        {
            SetTable(given);
            return;
        }

        T[] special = [.. Enumerable.Repeat(_mask, OovStart).SelectMany(m => m), .. Enumerable.Repeat(_oov, NumOovIndices).SelectMany(o => o)];
        var hasSpecial = special.Length == TokenStart && given.AsSpan(0, Math.Min(TokenStart, given.Length)).SequenceEqual(special);
        Check(given, hasSpecial ? given[TokenStart..] : given, special);
        var weights = idfWeights is null ? null : IdfWeights(given.Length, idfWeights, hasSpecial);
        SetTable(hasSpecial ? given[TokenStart..] : given);
        _idf = weights ?? _idf;
    }

    bool IAdaptable.IsAdapted => _table is not null;

    void IAdaptable.Adapt(IEnumerable<Tensor> batches) => Adapt(batches);

    IReadOnlyList<(string Name, Tensor Value)> ISavedState.SaveOwnVariables() =>
        OutputMode == "tf_idf" && _idf is { } idf ? [("idf_weights", Tensor.Create<float>(idf, idf.Length))] : [];

    void ISavedState.LoadOwnVariables(IReadOnlyDictionary<string, Tensor> variables)
    {
        if (OutputMode == "tf_idf")
        {
            _idf = variables.TryGetValue("idf_weights", out var idf) && idf.Rank == 1
                ? Ops.Cast(idf, DataType.Float32).ToArray<float>()
                : throw new InvalidDataException($"The file holds no vector 'idf_weights' for layer '{Name}'. It has: {string.Join(", ", variables.Keys)}.");
        }
    }

    IReadOnlyList<(string Name, string Text)> ISavedState.SaveAssets() =>
        InputVocabulary is { Path: null } ? [] : [("vocabulary.txt", string.Join('\n', GetVocabulary().Select(t => Convert.ToString(t, System.Globalization.CultureInfo.InvariantCulture))))];

    void ISavedState.LoadAssets(Func<string, string?> read)
    {
        if (InputVocabulary is { Path: null })
        {
            return;
        }

        var text = read("vocabulary.txt") ?? throw new InvalidDataException($"The file has no assets 'vocabulary.txt' for layer '{Name}', which needs its terms.");
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        try
        {
            SetVocabulary(new Vocabulary<T>(Vocabulary.Parse<T>(lines, "vocabulary.txt")), OutputMode == "tf_idf" ? _idf?.Select(w => (double)w).ToArray() : null);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"The vocabulary of layer '{Name}' in the file is damaged: {e.Message}", e);
        }
    }

    /// <summary>Learns the vocabulary from documents, each a list of terms.</summary>
    internal void AdaptDocuments(IEnumerable<T[]> documents)
    {
        if (_hasInputVocabulary)
        {
            throw new InvalidOperationException($"Cannot adapt layer '{Name}' after setting a static vocabulary via `vocabulary` argument or `set_vocabulary()` method.");
        }

        var counts = new TermCounts<T>(_order);
        foreach (var document in documents)
        {
            counts.Add(document);
        }

        if (counts.IsEmpty)
        {
            RecordSize();
            return;
        }

        var terms = counts.MostFrequent(_mask.Concat(_oov), MaxTokens - TokenStart);
        SetTable(terms);
        if (OutputMode == "tf_idf")
        {
            var idf = Array.ConvertAll(terms, counts.InverseDocumentFrequency);
            var mean = idf.Length == 0 ? float.NaN : idf.Average();
            var weights = Enumerable.Repeat(mean, TokenStart).Concat(idf);
            _idf = [.. weights.Concat(Enumerable.Repeat(0f, PadToMaxTokens ? MaxTokens!.Value - TokenStart - idf.Length : 0))];
        }
    }

    /// <summary>Terms of a tensor in row-major order.</summary>
    private protected abstract T[] Terms(Tensor values);

    /// <summary>Terms as a tensor.</summary>
    private protected abstract Tensor Texts(T[] terms, TensorShape shape);

    /// <summary>Which of the indices for unknown terms one gets.</summary>
    private protected abstract long Spread(T term);

    private protected sealed override TensorSpec Describe(Tensors inputs)
    {
        var shape = inputs.Shape;
        return OutputMode == "int"
            ? new TensorSpec(Invert && typeof(T) == typeof(string) ? DataType.String : DataType.Int64, shape)
            : new TensorSpec(Keras.Config.FloatX, HostEncoding.Shape(shape, OutputMode, Depth ?? -1));
    }

    private protected sealed override Tensor Compute(Tensors inputs)
    {
        var x = inputs.Single();
        if (_table is null && !HasFixedSize && FrozenVocabularySize is null)
        {
            throw NoVocabulary($"When using `output_mode={OutputMode}` and `pad_to_max_tokens=False`, you must set the layer's vocabulary before calling it. Either pass a `vocabulary` argument to the layer, or call `adapt` with some sample data.");
        }

        if (_table is not { } table)
        {
            throw NoVocabulary($"Layer '{Name}' has no vocabulary yet: its table is not initialized. Pass `vocabulary`, or call Adapt with some sample data.");
        }

        return Invert ? Restore(x, table) : EncodeIndices(Indices(Terms(x), table), x.Shape);
    }

    /// <summary>Indices of terms, as the mode <c>int</c> gives them.</summary>
    internal long[] Indices(T[] terms) => Indices(terms, _table ?? throw NoVocabulary($"Layer '{Name}' has no vocabulary yet: its table is not initialized. Pass `vocabulary`, or call Adapt with some sample data."));

    /// <summary>Indices in the layer's mode.</summary>
    internal Tensor EncodeIndices(long[] indices, TensorShape shape)
    {
        if (OutputMode == "int")
        {
            return Tensor.Create<long>(indices, shape);
        }

        var rows = HostEncoding.Encode(indices, shape, OutputMode == "tf_idf" ? "count" : OutputMode, Depth ?? throw NoVocabulary($"When using `output_mode={OutputMode}` and `pad_to_max_tokens=False`, you must set the layer's vocabulary before calling it."));
        return OutputMode == "tf_idf" ? Weighted(rows) : rows;
    }

    private long[] Indices(T[] terms, LookupTable<T> table)
    {
        var masked = OutputMode == "int" ? 0 : long.MaxValue;
        var indices = new long[terms.Length];
        List<T>? unknown = null;
        for (var i = 0; i < terms.Length; i++)
        {
            if (_mask.Length > 0 && terms[i].Equals(_mask[0]))
            {
                indices[i] = masked;
            }
            else if (!table.TryFind(terms[i], out indices[i]))
            {
                indices[i] = OovStart + (NumOovIndices > 1 ? Spread(terms[i]) : 0);
                if (NumOovIndices == 0)
                {
                    (unknown ??= []).Add(terms[i]);
                }
            }
        }

        return unknown is null ? indices
            : throw new ArgumentException($"When `num_oov_indices=0` all inputs should be in vocabulary, found OOV values [{string.Join(" ", unknown.Take(10).Select(t => t is string ? $"\"{t}\"" : t.ToString()))}], consider setting `num_oov_indices=1`.");
    }

    private Tensor Restore(Tensor x, LookupTable<T> table)
    {
        var oov = _oov.Length > 0 ? _oov[0] : default!;
        return Texts(Array.ConvertAll(HashBins.Integers(x), i => i == 0 && _mask.Length > 0 ? _mask[0] : table.TryTerm(i, out var term) ? term : oov), x.Shape);
    }

    private Tensor Weighted(Tensor counts)
    {
        var depth = counts.Shape[^1];
        if (_idf is null || _idf.Length != depth)
        {
            throw new InvalidOperationException($"Layer '{Name}' has {_idf?.Length ?? 0} idf weights. Expected: {depth}, one for each index of the vocabulary.");
        }

        var result = Tensor.Allocate(DataType.Float32, counts.Shape);
        var from = counts.AsSpan<long>();
        var to = result.Writable<float>();
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] * _idf[i % depth];
        }

        return result;
    }

    private void Adapt(IEnumerable<Tensor> batches) => AdaptDocuments(batches.SelectMany(batch =>
    {
        var terms = Terms(batch);
        var size = batch.Rank < 2 ? terms.Length : (int)batch.Shape[1..].Size;
        return terms.Chunk(Math.Max(1, size));
    }));

    private void SetTable(T[] terms)
    {
        _table = new LookupTable<T>(terms, TokenStart);
        RecordSize();
    }

    private void RecordSize()
    {
        var size = VocabularySize();
        if (!HasFixedSize && FrozenVocabularySize is { } before && before != size)
        {
            throw new InvalidOperationException($"When using `output_mode={OutputMode}` and `pad_to_max_tokens=False`, the vocabulary size cannot be changed after the layer is called. Old vocab size is {before}, new vocab size is {size}.");
        }

        FrozenVocabularySize = size;
    }

    private void Check(T[] given, T[] terms, T[] special)
    {
        if (given.Length == 0)
        {
            throw new ArgumentException("Cannot set an empty vocabulary. Received: vocabulary=[].");
        }

        foreach (var (reserved, what) in _mask.Select(m => (m, "mask")).Concat(Invert ? _oov.Select(o => (o, "OOV")) : []))
        {
            if (terms.Contains(reserved))
            {
                throw new ArgumentException(
                    $"Found reserved {what} token at unexpected location in `vocabulary`. Note that passed `vocabulary` does not need to include the OOV and mask tokens. Either remove all mask and OOV tokens, " +
                    $"or include them only at the start of the vocabulary in precisely this order: [{string.Join(", ", special)}]. Received: {what.ToLowerInvariant()}_token={reserved} at vocabulary index {Array.LastIndexOf(given, reserved)}.");
            }
        }

        if (MaxTokens is { } most && TokenStart + terms.Length > most)
        {
            throw new ArgumentException($"Attempted to set a vocabulary larger than the maximum vocab size. Received vocabulary size is {TokenStart + terms.Length}; `max_tokens` is {most}.");
        }
    }

    private float[] IdfWeights(int terms, IReadOnlyList<double> given, bool hasSpecial)
    {
        if (given.Count != terms)
        {
            throw new ArgumentException($"`idf_weights` must be the same length as vocabulary. len(idf_weights) is {given.Count}; len(vocabulary) is {terms}.");
        }

        var front = hasSpecial ? 0 : TokenStart;
        var back = PadToMaxTokens ? MaxTokens!.Value - front - given.Count : 0;
        return [.. Enumerable.Repeat((float)given.Average(), front), .. given.Select(w => (float)w), .. Enumerable.Repeat(0f, Math.Max(0, back))];
    }

    private static InvalidOperationException NoVocabulary(string message) => new(message);
}

using NumSharp;

namespace KerasNet.Preprocessing.Text;

/// <summary>Turns texts into numbers by a vocabulary that it learns from texts: what scripts of Keras 1 and 2 use. New programs take <see cref="Layers.TextVectorization"/>.</summary>
/// <remarks>Python: <c>keras.preprocessing.text.Tokenizer</c> of tf_keras and Keras 2.</remarks>
/// <example><code>
/// var tokenizer = new Preprocessing.Text.Tokenizer(numWords: 1000);
/// tokenizer.FitOnTexts(texts);
/// var x = Utils.PadSequences(tokenizer.TextsToSequences(texts), maxlen: 50);
/// </code></example>
public sealed class Tokenizer
{
    /// <summary>What separates words beside spaces.</summary>
    public const string DefaultFilters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

    private readonly Func<string, IReadOnlyList<string>>? _analyzer;

    /// <summary>Makes a tokenizer.</summary>
    /// <param name="numWords">Only words of lower numbers are kept; null: all.</param>
    /// <param name="filters">Characters that separate words.</param>
    /// <param name="lower">Whether text becomes lower case.</param>
    /// <param name="split">What words are separated by.</param>
    /// <param name="charLevel">Whether each character is a word.</param>
    /// <param name="oovToken">Stands for unknown words, with number 1; null: they are dropped.</param>
    /// <param name="analyzer">Takes a text apart; null: as the other arguments say.</param>
    public Tokenizer(
        int? numWords = null, string filters = DefaultFilters, bool lower = true, string split = " ", bool charLevel = false, string? oovToken = null, Func<string, IReadOnlyList<string>>? analyzer = null)
    {
        (NumWords, Filters, Lower, Split, CharLevel, OovToken, _analyzer) = (numWords, filters, lower, split, charLevel, oovToken, analyzer);
    }

    /// <summary>Only words of lower numbers are kept.</summary>
    public int? NumWords { get; }

    /// <summary>Characters that separate words.</summary>
    public string Filters { get; }

    /// <summary>Whether text becomes lower case.</summary>
    public bool Lower { get; }

    /// <summary>What words are separated by.</summary>
    public string Split { get; }

    /// <summary>Whether each character is a word.</summary>
    public bool CharLevel { get; }

    /// <summary>Stands for unknown words.</summary>
    public string? OovToken { get; }

    /// <summary>Number of texts that were learned from.</summary>
    public int DocumentCount { get; internal set; }

    /// <summary>How often each word was met, in the order of first meetings.</summary>
    public IReadOnlyDictionary<string, int> WordCounts => Counts;

    /// <summary>In how many texts each word was met.</summary>
    public IReadOnlyDictionary<string, int> WordDocs => Docs;

    /// <summary>In how many texts each number was met.</summary>
    public IReadOnlyDictionary<int, int> IndexDocs => DocsOfIndex;

    /// <summary>Numbers of the words: the most frequent has 1.</summary>
    public IReadOnlyDictionary<string, int> WordIndex => Indices;

    /// <summary>Words of the numbers.</summary>
    public IReadOnlyDictionary<int, string> IndexWord => Words;

    internal OrderedDictionary<string, int> Counts { get; } = [];

    internal Dictionary<string, int> Docs { get; } = new(StringComparer.Ordinal);

    internal Dictionary<int, int> DocsOfIndex { get; } = [];

    internal Dictionary<string, int> Indices { get; set; } = new(StringComparer.Ordinal);

    internal Dictionary<int, string> Words { get; set; } = [];

    /// <summary>The words of a text.</summary>
    /// <remarks>Python: <c>keras.preprocessing.text.text_to_word_sequence</c>.</remarks>
    public static string[] TextToWordSequence(string text, string filters = DefaultFilters, bool lower = true, string split = " ")
    {
        text = lower ? text.ToLowerInvariant() : text;
        return string.Concat(text.Select(c => filters.Contains(c) ? split : c.ToString())).Split(split, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Learns the vocabulary, or goes on learning it.</summary>
    /// <remarks>Python: <c>fit_on_texts</c>.</remarks>
    public void FitOnTexts(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            DocumentCount++;
            var words = WordsOf(text);
            foreach (var word in words)
            {
                Counts[word] = Counts.TryGetValue(word, out var count) ? count + 1 : 1;
            }

            foreach (var word in words.Distinct(StringComparer.Ordinal))
            {
                Docs[word] = Docs.GetValueOrDefault(word) + 1;
            }
        }

        IEnumerable<string> sorted = Counts.OrderByDescending(p => p.Value).Select(p => p.Key);
        Indices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in OovToken is null ? sorted : sorted.Prepend(OovToken))
        {
            Indices[word] = Indices.Count + 1;
        }

        Words = Indices.ToDictionary(p => p.Value, p => p.Key);
        foreach (var (word, count) in Docs)
        {
            DocsOfIndex[Indices[word]] = count;
        }
    }

    /// <summary>Learns from texts that are numbers already in how many texts each occurs.</summary>
    /// <remarks>Python: <c>fit_on_sequences</c>.</remarks>
    public void FitOnSequences(IEnumerable<IReadOnlyList<int>> sequences)
    {
        foreach (var sequence in sequences)
        {
            DocumentCount++;
            foreach (var index in sequence.Distinct())
            {
                DocsOfIndex[index] = DocsOfIndex.GetValueOrDefault(index) + 1;
            }
        }
    }

    /// <summary>Texts as numbers of words.</summary>
    /// <remarks>Python: <c>texts_to_sequences</c>.</remarks>
    public int[][] TextsToSequences(IEnumerable<string> texts)
    {
        var oov = OovToken is { } token && Indices.TryGetValue(token, out var known) ? known : (int?)null;
        return [.. texts.Select(text => WordsOf(text)
            .Select(word => Indices.TryGetValue(word, out var index) && !(NumWords > 0 && index >= NumWords) ? index : oov)
            .OfType<int>().ToArray())];
    }

    /// <summary>Numbers of words as texts.</summary>
    /// <remarks>Python: <c>sequences_to_texts</c>.</remarks>
    public string[] SequencesToTexts(IEnumerable<IReadOnlyList<int>> sequences) => [.. sequences.Select(sequence => string.Join(' ', sequence
        .Select(index => Words.TryGetValue(index, out var word) && !(NumWords > 0 && index >= NumWords) ? word : OovToken is not null && Indices.ContainsKey(OovToken) ? OovToken : null)
        .OfType<string>()))];

    /// <summary>Texts as rows of a matrix.</summary>
    /// <remarks>Python: <c>texts_to_matrix</c>.</remarks>
    /// <param name="texts">The texts.</param>
    /// <param name="mode"><c>binary</c>, <c>count</c>, <c>freq</c> or <c>tfidf</c>.</param>
    public NDArray TextsToMatrix(IEnumerable<string> texts, string mode = "binary") => SequencesToMatrix(TextsToSequences(texts), mode);

    /// <summary>Numbers of words as rows of a matrix.</summary>
    /// <remarks>Python: <c>sequences_to_matrix</c>. Result <c>(sequences, words)</c> of float64.</remarks>
    /// <param name="sequences">The numbers.</param>
    /// <param name="mode"><c>binary</c>, <c>count</c>, <c>freq</c> or <c>tfidf</c>.</param>
    /// <exception cref="InvalidOperationException">Nothing was learned yet.</exception>
    public NDArray SequencesToMatrix(IReadOnlyList<IReadOnlyList<int>> sequences, string mode = "binary")
    {
        Internal.Require.OneOf(mode, ["binary", "count", "freq", "tfidf"]);
        var width = NumWords is > 0 ? NumWords.Value : Indices.Count > 0 ? Indices.Count + 1
            : throw new InvalidOperationException("Specify a dimension (`num_words` argument), or fit on some text data first.");
        if (mode == "tfidf" && DocumentCount == 0)
        {
            throw new InvalidOperationException("Fit the Tokenizer on some data before using tfidf mode.");
        }

        var matrix = Tensor.Allocate(DataType.Float64, new TensorShape(sequences.Count, width));
        var to = matrix.Writable<double>();
        to.Clear();
        for (var i = 0; i < sequences.Count; i++)
        {
            foreach (var group in sequences[i].Where(index => index < width).GroupBy(index => index))
            {
                var count = group.Count();
                to[(i * width) + group.Key] = mode switch
                {
                    "count" => count,
                    "freq" => (double)count / sequences[i].Count,
                    "binary" => 1,
                    _ => (1 + Math.Log(count)) * Math.Log(1 + ((double)DocumentCount / (1 + DocsOfIndex.GetValueOrDefault(group.Key)))),
                };
            }
        }

        return matrix.Numpy();
    }

    /// <summary>Everything that was learned, as JSON.</summary>
    /// <remarks>Python: <c>to_json</c>.</remarks>
    public string ToJson() => TokenizerJson.Write(this);

    /// <summary>A tokenizer from JSON, also of Python's.</summary>
    /// <remarks>Python: <c>keras.preprocessing.text.tokenizer_from_json</c>.</remarks>
    /// <exception cref="InvalidDataException">The text is not that of a tokenizer.</exception>
    public static Tokenizer FromJson(string json) => TokenizerJson.Read(json);

    private IReadOnlyList<string> WordsOf(string text)
    {
        if (CharLevel)
        {
            return [.. (Lower ? text.ToLowerInvariant() : text).EnumerateRunes().Select((System.Text.Rune rune) => rune.ToString())];
        }

        return _analyzer is null ? TextToWordSequence(text, Filters, Lower, Split) : _analyzer(text);
    }
}

using NumSharp;

namespace KerasNet.Datasets;

/// <summary>News of 1987, as lists of word numbers (the most frequent word is 1), each of one of 46 topics.</summary>
/// <remarks>Python: <c>keras.datasets.reuters</c>.</remarks>
public static class Reuters
{
    private const string Url = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";
    private static readonly DatasetFile s_file = new("reuters.npz", Url + "reuters.npz", "d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916");
    private static readonly DatasetFile s_words = new("reuters_word_index.json", Url + "reuters_word_index.json", "4d44cc38712099c9e383dc6e5f11a921");

    /// <summary>Loads the news from Keras's cache, or downloads them.</summary>
    /// <param name="path">Name of the file in the cache.</param>
    /// <param name="numWords">Words kept: the most frequent ones; null: all.</param>
    /// <param name="skipTop">Most frequent words left out.</param>
    /// <param name="maxlen">Longer news are left out; null: none.</param>
    /// <param name="testSplit">Share of the news for testing.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <param name="startChar">Number in front of each piece; null: none.</param>
    /// <param name="oovChar">Number for words left out; null: they are dropped.</param>
    /// <param name="indexFrom">Added to each word's number.</param>
    /// <returns>Training and test data: a list of numbers for each piece, and topics 0 to 45.</returns>
    /// <exception cref="IOException">The file is not there and cannot be fetched.</exception>
    public static ((int[][] X, NDArray Y) Train, (int[][] X, NDArray Y) Test) LoadData(
        string path = "reuters.npz", int? numWords = null, int skipTop = 0, int? maxlen = null, double testSplit = 0.2, int seed = 113, int? startChar = 1, int? oovChar = 2, int indexFrom = 3) =>
        Load((s_file with { Name = path }).Get("Reuters news", DatasetFile.Folder, DatasetFile.MayDownload, Console.Out), numWords, skipTop, maxlen, testSplit, seed, startChar, oovChar, indexFrom);

    /// <summary>Words and their numbers, without the shift of <c>indexFrom</c>.</summary>
    /// <remarks>Python: <c>keras.datasets.reuters.get_word_index</c>.</remarks>
    public static Dictionary<string, int> GetWordIndex(string path = "reuters_word_index.json") =>
        WordSequences.WordIndex((s_words with { Name = path }).Get("Reuters words", DatasetFile.Folder, DatasetFile.MayDownload, Console.Out));

    /// <summary>The topics by number.</summary>
    /// <remarks>Python: <c>keras.datasets.reuters.get_label_names</c>.</remarks>
    public static IReadOnlyList<string> GetLabelNames() =>
    [
        "cocoa", "grain", "veg-oil", "earn", "acq", "wheat", "copper", "housing", "money-supply", "coffee", "sugar", "trade", "reserves", "ship", "cotton", "carcass", "crude", "nat-gas", "cpi", "money-fx",
        "interest", "gnp", "meal-feed", "alum", "oilseed", "gold", "tin", "strategic-metal", "livestock", "retail", "ipi", "iron-steel", "rubber", "heat", "jobs", "lei", "bop", "zinc", "orange", "pet-chem",
        "dlr", "gas", "silver", "wpi", "hog", "lead",
    ];

    internal static ((int[][] X, NDArray Y) Train, (int[][] X, NDArray Y) Test) Load(
        string file, int? numWords, int skipTop, int? maxlen, double testSplit, int seed, int? startChar, int? oovChar, int indexFrom)
    {
        var (lists, labels) = ObjectNpz.Read(file);
        var (x, y) = new WordShuffler(seed).Shuffle(WordSequences.Named(lists, "x", file), WordSequences.Named(labels, "y", file));
        (x, y) = WordSequences.Shorter(WordSequences.Shift(x, startChar, indexFrom), y, maxlen);
        x = WordSequences.Limit(x, numWords, skipTop, oovChar);
        var split = (int)(x.Length * (1 - testSplit));
        return ((x[..split], Tensor.From(y[..split]).Numpy()), (x[split..], Tensor.From(y[split..]).Numpy()));
    }
}

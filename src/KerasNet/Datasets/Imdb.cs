using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Reviews of films, as lists of word numbers (the most frequent word is 1), each liking the film or not: 25,000 to train, 25,000 to test.</summary>
/// <remarks>Python: <c>keras.datasets.imdb</c>. Maas and others, 2011, <see href="http://ai.stanford.edu/~amaas/data/sentiment/"/>.</remarks>
public static class Imdb
{
    private const string Url = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";
    private static readonly DatasetFile s_file = new("imdb.npz", Url + "imdb.npz", "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f");
    private static readonly DatasetFile s_words = new("imdb_word_index.json", Url + "imdb_word_index.json", "bfafd718b763782e994055a2d397834f");

    /// <summary>Loads the reviews from Keras's cache, or downloads them.</summary>
    /// <param name="path">Name of the file in the cache.</param>
    /// <param name="numWords">Words kept: the most frequent ones; null: all.</param>
    /// <param name="skipTop">Most frequent words left out.</param>
    /// <param name="maxlen">Longer reviews are left out; null: none.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <param name="startChar">Number in front of each review; null: none.</param>
    /// <param name="oovChar">Number for words left out; null: they are dropped.</param>
    /// <param name="indexFrom">Added to each word's number.</param>
    /// <returns>Training and test data: a list of numbers for each review, and labels 0 or 1.</returns>
    /// <exception cref="IOException">The file is not there and cannot be fetched.</exception>
    public static ((int[][] X, NDArray Y) Train, (int[][] X, NDArray Y) Test) LoadData(
        string path = "imdb.npz", int? numWords = null, int skipTop = 0, int? maxlen = null, int seed = 113, int? startChar = 1, int? oovChar = 2, int indexFrom = 3) =>
        Load((s_file with { Name = path }).Get("IMDB reviews", DatasetFile.Folder, DatasetFile.MayDownload, Console.Out), numWords, skipTop, maxlen, seed, startChar, oovChar, indexFrom);

    /// <summary>Words and their numbers, without the shift of <c>indexFrom</c>.</summary>
    /// <remarks>Python: <c>keras.datasets.imdb.get_word_index</c>.</remarks>
    public static Dictionary<string, int> GetWordIndex(string path = "imdb_word_index.json") =>
        WordSequences.WordIndex((s_words with { Name = path }).Get("IMDB words", DatasetFile.Folder, DatasetFile.MayDownload, Console.Out));

    internal static ((int[][] X, NDArray Y) Train, (int[][] X, NDArray Y) Test) Load(string file, int? numWords, int skipTop, int? maxlen, int seed, int? startChar, int? oovChar, int indexFrom)
    {
        var (lists, labels) = ObjectNpz.Read(file);
        var first = (X: WordSequences.Named(lists, "x_train", file), Y: WordSequences.Named(labels, "y_train", file));
        var second = (X: WordSequences.Named(lists, "x_test", file), Y: WordSequences.Named(labels, "y_test", file));

        // One generator shuffles both.
        var shuffler = new WordShuffler(seed);
        var train = Cut(shuffler.Shuffle(first.X, first.Y));
        var test = Cut(shuffler.Shuffle(second.X, second.Y));
        if (train.X.Length == 0 || test.X.Length == 0)
        {
            throw new ArgumentException($"After filtering for sequences shorter than maxlen={maxlen}, no sequence was kept. Increase maxlen.", nameof(maxlen));
        }

        var all = WordSequences.Limit([.. train.X, .. test.X], numWords, skipTop, oovChar);
        return ((all[..train.X.Length], Tensor.From(train.Y).Numpy()), (all[train.X.Length..], Tensor.From(test.Y).Numpy()));

        (int[][] X, long[] Y) Cut((int[][] X, long[] Y) set) => WordSequences.Shorter(WordSequences.Shift(set.X, startChar, indexFrom), set.Y, maxlen);
    }
}

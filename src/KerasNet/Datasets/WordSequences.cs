namespace KerasNet.Datasets;

/// <summary>Texts as lists of word numbers: moved up for special numbers, cut to the words that are wanted, as Keras's data sets do it.</summary>
internal static class WordSequences
{
    /// <summary>Puts a start in front of each text and makes room for special numbers.</summary>
    public static int[][] Shift(int[][] x, int? startChar, int indexFrom) => Array.ConvertAll(x, words => startChar is { } start
        ? [start, .. words.Select(w => w + indexFrom)]
        : indexFrom == 0 ? words : Array.ConvertAll(words, w => w + indexFrom));

    /// <summary>Drops texts that are not shorter than a length.</summary>
    public static (int[][] X, long[] Y) Shorter(int[][] x, long[] y, int? maxlen)
    {
        if (maxlen is null or 0)
        {
            return (x, y);
        }

        var kept = x.Zip(y).Where(p => p.First.Length < maxlen).ToArray();
        return ([.. kept.Select(p => p.First)], [.. kept.Select(p => p.Second)]);
    }

    /// <summary>Replaces, or drops, words that are too frequent or too rare.</summary>
    public static int[][] Limit(int[][] x, int? numWords, int skipTop, int? oovChar)
    {
        var limit = numWords is null or 0 ? x.Max(words => words.DefaultIfEmpty().Max()) : numWords.Value;
        bool Wanted(int w) => skipTop <= w && w < limit;
        return Array.ConvertAll(x, words => oovChar is { } oov ? Array.ConvertAll(words, w => Wanted(w) ? w : oov) : Array.FindAll(words, Wanted));
    }

    /// <summary>An array of a file.</summary>
    public static T Named<T>(Dictionary<string, T> arrays, string name, string path) => arrays.TryGetValue(name, out var array)
        ? array
        : throw new InvalidDataException($"'{path}' has no array '{name}'. It has: {string.Join(", ", arrays.Keys)}. Delete it, and it is fetched anew.");

    /// <summary>Words and their numbers from a JSON file.</summary>
    public static Dictionary<string, int> WordIndex(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize(stream, WordIndexJson.Default.DictionaryStringInt32) ?? [];
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new InvalidDataException($"'{path}' is no table of words and numbers: {e.Message} Delete it, and it is fetched anew.", e);
        }
    }
}

namespace KerasNet.Layers;

/// <summary>How often terms were met, and in how many documents: what a vocabulary is made of.</summary>
internal sealed class TermCounts<T>(IComparer<T> order)
    where T : notnull
{
    private readonly Dictionary<T, long> _counts = [];
    private readonly Dictionary<T, long> _documentsWith = [];
    private long _documents;

    /// <summary>True when nothing was met.</summary>
    public bool IsEmpty => _counts.Count == 0;

    /// <summary>Counts a document's terms.</summary>
    public void Add(ReadOnlySpan<T> document)
    {
        _documents++;
        var seen = new HashSet<T>();
        foreach (var term in document)
        {
            _counts[term] = _counts.GetValueOrDefault(term) + 1;
            if (seen.Add(term))
            {
                _documentsWith[term] = _documentsWith.GetValueOrDefault(term) + 1;
            }
        }
    }

    /// <summary>The most frequent terms first; of equally frequent ones the greater first, as Keras has it.</summary>
    public T[] MostFrequent(IEnumerable<T> except, int? count)
    {
        foreach (var term in except)
        {
            _counts.Remove(term);
        }

        var sorted = _counts.OrderByDescending(p => p.Value).ThenByDescending(p => p.Key, order).Select(p => p.Key);
        return [.. count is { } most ? sorted.Take(Math.Max(0, most)) : sorted];
    }

    /// <summary>Inverse document frequency: terms that stand in few documents weigh more.</summary>
    public float InverseDocumentFrequency(T term) => (float)Math.Log(1 + (_documents / (1.0 + _documentsWith.GetValueOrDefault(term))));
}

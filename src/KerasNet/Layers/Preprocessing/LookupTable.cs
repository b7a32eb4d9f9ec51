namespace KerasNet.Layers;

/// <summary>Terms and their indices, and what is not a term: the mask, and terms that nobody knows.</summary>
/// <param name="Terms">The terms, without special ones.</param>
/// <param name="Start">Index of the first term.</param>
internal sealed record LookupTable<T>(T[] Terms, int Start)
    where T : notnull
{
    private readonly Dictionary<T, long> _indices = Index(Terms, Start);

    /// <summary>Number of indices, special ones included.</summary>
    public int Size => Start + Terms.Length;

    /// <summary>Index of a term; false for one that is not known.</summary>
    public bool TryFind(T term, out long index) => _indices.TryGetValue(term, out index);

    /// <summary>The term of an index; false for special ones and those out of range.</summary>
    public bool TryTerm(long index, out T term)
    {
        var known = index >= Start && index < Size;
        term = known ? Terms[index - Start] : default!;
        return known;
    }

    private static Dictionary<T, long> Index(T[] terms, int start)
    {
        var indices = new Dictionary<T, long>(terms.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            if (!indices.TryAdd(terms[i], start + i))
            {
                var repeated = terms.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key);
                throw new ArgumentException($"The passed vocabulary has at least one repeated term. Please uniquify your dataset. The repeated terms are: [{string.Join(", ", repeated)}].");
            }
        }

        return indices;
    }
}

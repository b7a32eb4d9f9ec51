using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet.Layers;

/// <summary>How many neighbouring words become one term: a number for all lengths up to it, or the lengths themselves. Converts from both: <c>ngrams: 2</c>, <c>ngrams: [1, 3]</c>.</summary>
[CollectionBuilder(typeof(NGrams), nameof(Create))]
public sealed class NGrams : IReadOnlyList<int>, Saving.IConfigValue
{
    private readonly int[] _lengths;
    private readonly int? _upTo;

    private NGrams(int[] lengths, int? upTo)
    {
        _lengths = Array.TrueForAll(lengths, n => n > 0) ? lengths
            : throw new ArgumentException($"`ngrams` must be None, an integer, or a tuple of integers, all positive. Received: ngrams=({string.Join(", ", lengths)}).", nameof(lengths));
        _upTo = upTo;
    }

    object? Saving.IConfigValue.ConfigValue => _upTo is { } most ? most : _lengths;

    /// <summary>Number of lengths.</summary>
    public int Count => _lengths.Length;

    /// <summary>A length.</summary>
    public int this[int index] => _lengths[index];

    /// <summary>Makes lengths from a collection expression.</summary>
    public static NGrams Create(ReadOnlySpan<int> lengths) => new(lengths.ToArray(), null);

    /// <summary>The terms of a row of words: first those of the first length, then those of the next.</summary>
    public string[] Apply(string[] words) => [.. _lengths.SelectMany(n => Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).Select(i => string.Join(' ', words.AsSpan(i, n))))];

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_lengths).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All lengths up to a number.</summary>
    public static implicit operator NGrams(int upTo) => new([.. Enumerable.Range(1, Math.Max(0, upTo))], upTo);

    /// <summary>Lengths.</summary>
    public static implicit operator NGrams(int[] lengths) => new([.. lengths], null);

    /// <summary>Two lengths.</summary>
    public static implicit operator NGrams((int A, int B) lengths) => new([lengths.A, lengths.B], null);

    /// <summary>Three lengths.</summary>
    public static implicit operator NGrams((int A, int B, int C) lengths) => new([lengths.A, lengths.B, lengths.C], null);
}

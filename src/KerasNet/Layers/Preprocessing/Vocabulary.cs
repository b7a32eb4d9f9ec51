using System.Runtime.CompilerServices;
using NumSharp;

namespace KerasNet.Layers;

/// <summary>The terms of a lookup layer, in order: an array of any usual form, a collection expression, or the path of a text file with one term in each line.</summary>
/// <typeparam name="T">Text or <see cref="long"/>.</typeparam>
[CollectionBuilder(typeof(Vocabulary), nameof(Vocabulary.Create))]
public sealed class Vocabulary<T> : IEnumerable<T>, Saving.IConfigValue
    where T : notnull
{
    private readonly T[]? _terms;

    internal Vocabulary(T[] terms) => _terms = terms;

    private Vocabulary(string path) => Path = path;

    /// <summary>The text file; null where the terms themselves were given.</summary>
    public string? Path { get; }

    /// <summary>What files hold: the terms, nothing of a path, whose terms go into the file's assets.</summary>
    object? Saving.IConfigValue.ConfigValue => _terms;

    /// <summary>The terms; a file is read now.</summary>
    /// <exception cref="ArgumentException">There is no such file, or a line of it is no number where numbers are wanted.</exception>
    public T[] ToArray() => _terms ?? Vocabulary.Read<T>(Path!);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The path of a text file.</summary>
    public static implicit operator Vocabulary<T>(string path) => new(path);

    /// <summary>Terms.</summary>
    public static implicit operator Vocabulary<T>(T[] terms) => new(terms);

    /// <summary>Terms.</summary>
    public static implicit operator Vocabulary<T>(List<T> terms) => new([.. terms]);

    /// <summary>Terms of a value tensor.</summary>
    public static implicit operator Vocabulary<T>(Tensor terms) => new(Vocabulary.Terms<T>(terms));

    /// <summary>Numbers as terms.</summary>
    public static implicit operator Vocabulary<T>(NDArray terms) => new(Vocabulary.Terms<T>(terms));

    /// <summary>Numbers as terms.</summary>
    public static implicit operator Vocabulary<T>(int[] terms) => new(Vocabulary.Terms<T>(terms));
}

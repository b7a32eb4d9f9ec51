using System.Globalization;
using NumSharp;

namespace KerasNet.Layers;

/// <summary>Makes vocabularies of collection expressions, tensors and files.</summary>
public static class Vocabulary
{
    /// <summary>The terms of a collection expression.</summary>
    public static Vocabulary<T> Create<T>(ReadOnlySpan<T> terms)
        where T : notnull => new(terms.ToArray());

    /// <summary>The lines of a text file, as terms.</summary>
    internal static T[] Read<T>(string path)
        where T : notnull
    {
        if (!File.Exists(path))
        {
            throw new ArgumentException($"Vocabulary file {path} does not exist.", nameof(path));
        }

        return Parse<T>(File.ReadAllLines(path), path);
    }

    /// <summary>Lines as terms.</summary>
    internal static T[] Parse<T>(string[] lines, string where)
        where T : notnull => lines is T[] texts ? texts : (T[])(object)Array.ConvertAll(lines, line =>
            long.TryParse(line, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ArgumentException($"{where} holds the terms of a lookup of integers, one in each line. Received: the line \"{line}\"."));

    internal static T[] Terms<T>(Tensor terms)
        where T : notnull => (terms.Text, typeof(T) == typeof(string)) switch
        {
            ({ } texts, true) => (T[])(object)texts.Clone(),
            (null, false) => (T[])(object)HashBins.Integers(terms),
            (_, var text) => throw new ArgumentException($"A vocabulary of {(text ? "text takes text" : "integers takes integers")}. Received: terms of type {terms.DType.Name()}.", nameof(terms)),
        };

    internal static T[] Terms<T>(NDArray terms)
        where T : notnull => Terms<T>((Tensor)terms);
}

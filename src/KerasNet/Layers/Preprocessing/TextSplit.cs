using System.Text;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>How <see cref="TextVectorization"/> takes text apart: <c>whitespace</c>, <c>character</c>, null for not at all, or a function: <c>new(text => text.Split(','))</c>.</summary>
public readonly record struct TextSplit : Saving.IConfigText, Saving.IConfigNull
{
    private const string Default = "whitespace";
    private static readonly char[] _spaces = [' ', '\t', '\n', '\v', '\f', '\r'];

    // The default value is Keras's default.
    private readonly string? _name;
    private readonly bool _given;
    private readonly Func<string, IEnumerable<string>>? _function;

    private TextSplit(string? name) => (_name, _given) = (name is null ? null : Require.OneOf(name, [Default, "character"], "split"), true);

    /// <summary>A function of one text.</summary>
    public TextSplit(Func<string, IEnumerable<string>> function) => (_function, _given) = (function, true);

    /// <summary>True when text stays whole.</summary>
    public bool IsNone => _given && _name is null && _function is null;

    string? Saving.IConfigText.ConfigText => _function is null ? Name
        : throw new NotSupportedException("TextVectorization has a split function of its own, which a file cannot hold. Split the text before the layer (split: null), or save the weights only.");

    private string? Name => _given ? _name : Default;

    /// <summary>The parts of one text. Whitespace is ASCII's, a character a code point, as in TensorFlow.</summary>
    public string[] Apply(string text) => _function is not null ? [.. _function(text)]
        : Name == Default ? text.Split(_spaces, StringSplitOptions.RemoveEmptyEntries)
        : [.. text.EnumerateRunes().Select((Rune rune) => rune.ToString())];

    /// <summary>By name; null: not at all.</summary>
    public static implicit operator TextSplit(string? name) => new(name);
}

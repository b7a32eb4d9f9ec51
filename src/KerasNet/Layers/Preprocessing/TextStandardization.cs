using System.Buffers;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>How <see cref="TextVectorization"/> cleans text: a name (<c>lower_and_strip_punctuation</c>, <c>lower</c>, <c>strip_punctuation</c>), null for not at all, or a function: <c>new(text => …)</c>.</summary>
public readonly record struct TextStandardization : Saving.IConfigText, Saving.IConfigNull
{
    private const string Default = "lower_and_strip_punctuation";
    private static readonly SearchValues<char> _punctuation = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    // The default value is Keras's default.
    private readonly string? _name;
    private readonly bool _given;
    private readonly Func<string, string>? _function;

    private TextStandardization(string? name) => (_name, _given) = (name is null ? null : Require.OneOf(name, [Default, "lower", "strip_punctuation"], "standardize"), true);

    /// <summary>A function of one text.</summary>
    public TextStandardization(Func<string, string> function) => (_function, _given) = (function, true);

    string? Saving.IConfigText.ConfigText => _function is null ? Name
        : throw new NotSupportedException("TextVectorization has a standardize function of its own, which a file cannot hold. Clean the text before the layer, or save the weights only.");

    private string? Name => _given ? _name : Default;

    /// <summary>Cleans one text. Only ASCII letters become lower case, as in TensorFlow.</summary>
    public string Apply(string text)
    {
        if (_function is not null)
        {
            return _function(text);
        }

        var name = Name;
        if (name is Default or "lower")
        {
            text = Lower(text);
        }

        return name is Default or "strip_punctuation" && text.AsSpan().ContainsAny(_punctuation)
            ? string.Concat(text.Where(c => !_punctuation.Contains(c)))
            : text;
    }

    private static string Lower(string text) => text.AsSpan().ContainsAnyInRange('A', 'Z')
        ? string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
            }
        })
        : text;

    /// <summary>By name; null: not at all.</summary>
    public static implicit operator TextStandardization(string? name) => new(name);
}

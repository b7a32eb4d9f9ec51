using System.Text.RegularExpressions;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Names of nodes inside one <c>TF_Graph</c>: TensorFlow's alphabet, each only once.</summary>
internal sealed partial class NodeNames
{
    private const string Mark = "__";
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>The name itself where it is free and allowed, else one that still begins with the layer's path.</summary>
    public string Take(string name)
    {
        var legal = Legal(name);
        if (_taken.TryAdd(legal, 1))
        {
            return legal;
        }

        string unique;
        do
        {
            unique = $"{legal}{Mark}{_taken[legal]++}";
        }
        while (!_taken.TryAdd(unique, 1));
        return unique;
    }

    /// <summary>The node's name as the model knows it.</summary>
    public static string Original(string name) => Suffix().Replace(name, string.Empty);

    private static string Legal(string name)
    {
        var legal = Forbidden().Replace(name, "_");
        return legal.Length > 0 && (char.IsAsciiLetterOrDigit(legal[0]) || legal[0] == '.') ? legal : "n" + legal;
    }

    [GeneratedRegex("[^A-Za-z0-9_.\\-/]", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex("__[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}

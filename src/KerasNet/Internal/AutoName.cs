using System.Text.RegularExpressions;

namespace KerasNet.Internal;

/// <summary>Keras's way from a class name to an object's name: Conv2D to conv2d, ReLU to re_lu.</summary>
internal static partial class AutoName
{
    public static string ToSnakeCase(string name) =>
        Inner().Replace(Words().Replace(NonWord().Replace(name, string.Empty), "$1_$2"), "$1_$2").ToLowerInvariant();

    [GeneratedRegex(@"\W+")]
    private static partial Regex NonWord();

    [GeneratedRegex("(.)([A-Z][a-z]+)")]
    private static partial Regex Words();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex Inner();
}

using System.Globalization;

namespace KerasNet.TensorFlow.Programs;

/// <summary>One output of a node: <c>node</c> or <c>node:1</c> in a graph, <c>node:output:1</c> in a function, or an argument of a function.</summary>
/// <param name="Node">The node or argument.</param>
/// <param name="Output">The name of the op's output; null where outputs have numbers only.</param>
/// <param name="Index">Its number, within the named output where there is a name.</param>
internal readonly record struct ProgramPlace(string Node, string? Output, int Index)
{
    /// <exception cref="InvalidDataException">It is in neither form.</exception>
    public static ProgramPlace Of(string text)
    {
        var parts = text.Split(':');
        return parts switch
        {
            [var node] => new ProgramPlace(node, null, 0),
            [var node, var index] when Number(index) is { } i => new ProgramPlace(node, null, i),
            [var node, var output, var index] when Number(index) is { } i => new ProgramPlace(node, output, i),
            _ => throw new InvalidDataException($"'{text}' names no output of a node."),
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

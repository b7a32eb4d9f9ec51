namespace KerasNet.Internal;

/// <summary>Output shapes as they stand in a summary: <c>(None, 10)</c>, <c>(None)</c>, <c>[(None, 7, 6), (None, 6)]</c>, <c>{a: (None, 1)}</c>.</summary>
internal static class SummaryShape
{
    /// <summary>Cell of a layer that is not built.</summary>
    public const string Unknown = "?";

    /// <summary>One output. Unlike Python's tuples, a shape of one dimension has no comma.</summary>
    public static string Of(TensorShape shape) => $"({string.Join(", ", shape.Select(dim => dim?.ToString() ?? "None"))})";

    /// <summary>Several outputs in a list; a single one stands alone.</summary>
    public static string Of(IReadOnlyList<TensorShape> shapes) => shapes.Count == 1 ? Of(shapes[0]) : $"[{string.Join(", ", shapes.Select(Of))}]";

    /// <summary>Outputs by name; a single one stands alone.</summary>
    public static string Of(IReadOnlyList<KeyValuePair<string, TensorShape>> shapes) =>
        shapes.Count == 1 ? Of(shapes[0].Value) : $"{{{string.Join(", ", shapes.Select(pair => $"{pair.Key}: {Of(pair.Value)}"))}}}";
}

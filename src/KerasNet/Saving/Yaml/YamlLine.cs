namespace KerasNet.Saving.Yaml;

/// <summary>A line with its indentation.</summary>
internal sealed record YamlLine(int Number, int Indent, string Text)
{
    public static readonly YamlLine End = new(0, -1, string.Empty);

    /// <summary>True for an item of a list.</summary>
    public bool IsItem => Text == "-" || Text.StartsWith("- ", StringComparison.Ordinal);

    /// <summary>All lines that say something.</summary>
    public static List<YamlLine> Split(string text)
    {
        var lines = new List<YamlLine>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r', ' ');
            var trimmed = line.TrimStart(' ');
            if (trimmed.Length > 0 && trimmed[0] != '#' && trimmed is not ("---" or "..."))
            {
                lines.Add(new YamlLine(number, line.Length - trimmed.Length, trimmed));
            }
        }

        return lines;
    }

    public static InvalidDataException Bad(YamlLine line, string what) => new($"The YAML cannot be read at line {line.Number}: {what}.");
}

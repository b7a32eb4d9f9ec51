using System.Text;
using System.Text.Json;

namespace KerasNet.Conformance.Records;

/// <summary>Python's JSON, in which NaN, Infinity and -Infinity stand bare.</summary>
internal static class RecordText
{
    private static readonly (string Word, string Name)[] _words = [("-Infinity", "-inf"), ("Infinity", "inf"), ("NaN", "nan")];

    public static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(Plain(line), new JsonDocumentOptions { MaxDepth = 256 });
        return document.RootElement.Clone();
    }

    /// <summary>The words become <c>{"__f__": …}</c>, as such numbers stand elsewhere in the records; text stays as it is.</summary>
    private static string Plain(string line)
    {
        if (!line.Contains("NaN", StringComparison.Ordinal) && !line.Contains("Infinity", StringComparison.Ordinal))
        {
            return line;
        }

        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            if (line[i] == '"')
            {
                var end = i + 1;
                while (end < line.Length && line[end] != '"')
                {
                    end += line[end] == '\\' ? 2 : 1;
                }

                text.Append(line.AsSpan(i..Math.Min(end + 1, line.Length)));
                i = end + 1;
            }
            else if (Array.Find(_words, w => string.CompareOrdinal(line, i, w.Word, 0, w.Word.Length) == 0) is { Word: not null } word)
            {
                text.Append("{\"__f__\":\"").Append(word.Name).Append("\"}");
                i += word.Word.Length;
            }
            else
            {
                text.Append(line[i++]);
            }
        }

        return text.ToString();
    }
}

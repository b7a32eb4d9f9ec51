using System.Text;

namespace KerasNet.Internal;

/// <summary>Text measured in cells of a terminal: breaking it into lines, cutting it, filling it up.</summary>
internal static class CellText
{
    /// <summary>Number of cells that <paramref name="text"/> takes.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += CellWidth.Of(rune);
        }

        return width;
    }

    /// <summary>The text up to <paramref name="width"/> cells; a character that does not fit wholly becomes a space.</summary>
    public static string Crop(string text, int width)
    {
        int cells = 0;
        int end = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int next = cells + CellWidth.Of(rune);
            if (next > width)
            {
                return text[..end] + new string(' ', Math.Max(width - cells, 0));
            }

            cells = next;
            end += rune.Utf16SequenceLength;
        }

        return text;
    }

    /// <summary>Breaks text between words.</summary>
    /// <param name="text">One line of text.</param>
    /// <param name="width">Cells in a line.</param>
    /// <param name="align">Where each line stands.</param>
    /// <param name="ellipsis">A word longer than a line: true: it is cut and ends with …; false: it goes on in the next line.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, Align align, bool ellipsis = false)
    {
        var lines = new List<string>();
        int start = 0;
        foreach (int end in BreakPositions(text, width, fold: !ellipsis).Append(text.Length))
        {
            string line = TrimEnd(text[start..end], width);
            line = align is Align.Right or Align.Center ? line.TrimEnd() : line;
            lines.Add(Fill(Truncate(line, width, ellipsis), width, align));
            start = end;
        }

        return lines;
    }

    private static List<int> BreakPositions(string text, int width, bool fold)
    {
        var positions = new List<int>();
        int used = 0;
        foreach ((int start, string word) in Words(text))
        {
            int length = Width(word.TrimEnd());
            if (width - used >= length)
            {
                used += Width(word);
            }
            else if (length > width && fold)
            {
                int at = start;
                foreach (string part in Chop(word, width))
                {
                    Add(positions, at);
                    used = Width(part);
                    at += part.Length;
                }
            }
            else if (length > width || used > 0)
            {
                Add(positions, start);
                used = Width(word);
            }
        }

        return positions;
    }

    private static void Add(List<int> positions, int position)
    {
        if (position > 0)
        {
            positions.Add(position);
        }
    }

    /// <summary>Words with the white space after them; the first one also with that before it.</summary>
    private static IEnumerable<(int Start, string Word)> Words(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = Skip(text, Skip(text, start, white: true), white: false);
            if (string.IsNullOrWhiteSpace(text[start..end]))
            {
                yield break;
            }

            end = Skip(text, end, white: true);
            yield return (start, text[start..end]);
            start = end;
        }
    }

    private static int Skip(string text, int from, bool white)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]) == white)
        {
            from++;
        }

        return from;
    }

    private static IEnumerable<string> Chop(string word, int width)
    {
        int start = 0;
        int end = 0;
        int cells = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            int size = CellWidth.Of(rune);
            if (cells + size > width)
            {
                yield return word[start..end];
                start = end;
                cells = 0;
            }

            cells += size;
            end += rune.Utf16SequenceLength;
        }

        if (cells > 0)
        {
            yield return word[start..];
        }
    }

    /// <summary>Takes away white space at the end as far as the line is too long.</summary>
    private static string TrimEnd(string line, int width)
    {
        int excess = line.EnumerateRunes().Count() - width;
        int white = line.Length - line.TrimEnd().Length;
        return excess > 0 ? line[..^Math.Min(excess, white)] : line;
    }

    private static string Truncate(string line, int width, bool ellipsis) =>
        Width(line) <= width ? line : ellipsis ? Crop(line, width - 1) + "…" : Crop(line, width);

    private static string Fill(string line, int width, Align align)
    {
        int room = Math.Max(width - Width(line), 0);
        int left = align switch { Align.Right => room, Align.Center => room / 2, _ => 0 };
        return align == Align.None ? line : new string(' ', left) + line + new string(' ', room - left);
    }
}

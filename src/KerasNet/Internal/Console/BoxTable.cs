using System.Text;

namespace KerasNet.Internal;

/// <summary>A table in box characters with a line under each row, laid out as Python's <c>rich</c> does it.</summary>
internal sealed class BoxTable(IReadOnlyList<BoxColumn> columns, int width)
{
    private const int Padding = 2;

    /// <summary>The lines, without ends.</summary>
    public IEnumerable<string> Render(IEnumerable<string[]> rows)
    {
        int[] widths = Widths();
        yield return Rule(widths, "┏━┳┓");
        foreach (string line in Row([.. columns.Select(column => column.Header)], widths, '┃', fromBottom: true))
        {
            yield return line;
        }

        yield return Rule(widths, "┡━╇┩");
        bool isFirst = true;
        foreach (string[] row in rows)
        {
            if (!isFirst)
            {
                yield return Rule(widths, "├─┼┤");
            }

            isFirst = false;
            foreach (string line in Row(row, widths, '│', fromBottom: false))
            {
                yield return line;
            }
        }

        yield return Rule(widths, "└─┴┘");
    }

    /// <summary>Fixed columns are taken as they are; what is too much is taken from all alike, what is left is shared out by their width.</summary>
    private int[] Widths()
    {
        int room = width - columns.Count - 1;
        int[] wanted = [.. columns.Select(column => Math.Min(column.Width + Padding, Math.Max(room, 0)))];
        int excess = wanted.Sum() - room;
        return excess > 0 ? Reduce(wanted, excess) : excess < 0 ? Extend(wanted, -excess) : wanted;
    }

    private static int[] Reduce(int[] widths, int excess)
    {
        int[] result = [.. widths];
        int left = widths.Count(width => width > 0);
        for (int i = 0; i < widths.Length; i++)
        {
            if (widths[i] > 0)
            {
                int share = Math.Min(widths[i], (int)Math.Round(excess / (double)left, MidpointRounding.ToEven));
                result[i] -= share;
                excess -= share;
                left--;
            }
        }

        return result;
    }

    private static int[] Extend(int[] widths, int room)
    {
        int[] result = [.. widths];
        int total = widths.Sum();
        for (int i = 0; i < widths.Length; i++)
        {
            int share = total > 0 ? Math.Max(0, (int)Math.Ceiling(widths[i] * room / (double)total)) : room;
            result[i] += share;
            room -= share;
            total -= widths[i];
        }

        return result;
    }

    private IEnumerable<string> Row(string[] cells, int[] widths, char bar, bool fromBottom)
    {
        IReadOnlyList<string>[] wrapped = [.. cells.Select((cell, i) =>
            widths[i] > Padding ? CellText.Wrap(cell, widths[i] - Padding, columns[i].Align, ellipsis: true) : [])];
        int height = Math.Max(1, wrapped.Max(cell => cell.Count));
        for (int line = 0; line < height; line++)
        {
            var text = new StringBuilder().Append(bar);
            for (int i = 0; i < wrapped.Length; i++)
            {
                int index = fromBottom ? line - (height - wrapped[i].Count) : line;
                bool isThere = index >= 0 && index < wrapped[i].Count;
                text.Append(isThere ? $" {wrapped[i][index]} " : new string(' ', widths[i])).Append(bar);
            }

            yield return text.ToString();
        }
    }

    private static string Rule(int[] widths, string parts)
    {
        var text = new StringBuilder().Append(parts[0]);
        for (int i = 0; i < widths.Length; i++)
        {
            text.Append(parts[1], widths[i]).Append(i < widths.Length - 1 ? parts[2] : parts[3]);
        }

        return text.ToString();
    }
}

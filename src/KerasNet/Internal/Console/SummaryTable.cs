using System.Text;
using System.Text.RegularExpressions;

namespace KerasNet.Internal;

/// <summary>The text of <c>model.summary()</c>, to the letter as Keras 3 prints it where there are no colours.</summary>
internal static class SummaryTable
{
    /// <summary>Renders the title, the table and the totals; each line ends with a line feed.</summary>
    /// <exception cref="ArgumentException">A column would be narrower than 4 characters, or <c>layerRange</c> matches no layer.</exception>
    public static string Render(string modelName, IReadOnlyList<SummaryRow> rows, SummaryTotals totals, SummaryOptions options)
    {
        var text = new StringBuilder();
        Print(text, $"Model: \"{modelName}\"", options.Columns);
        foreach (string line in Layout(options).Render(Select(rows, options).Select(row => Cells(row, options))))
        {
            text.Append(CellText.Crop(line, options.Columns)).Append('\n');
        }

        foreach (string line in totals.Lines())
        {
            Print(text, line, options.Columns);
        }

        return text.ToString();
    }

    private static void Print(StringBuilder text, string line, int columns)
    {
        foreach (string part in CellText.Wrap(line, columns, Align.None))
        {
            text.Append(part).Append('\n');
        }
    }

    private static BoxTable Layout(SummaryOptions options)
    {
        List<(string, Align)> headers = [("Layer (type)", Align.Left), ("Output Shape", Align.Left), ("Param #", Align.Right)];
        List<double> positions = [.. options.Positions ?? (options.ShowConnections ? [0.3, 0.56, 0.74, 1] : [0.45, 0.8, 1])];
        if (options.ShowConnections)
        {
            headers.Add(("Connected to", Align.Left));
        }

        if (options.Positions is not null && positions.Count < headers.Count)
        {
            throw new ArgumentException($"Summary: positions must give the end of each of {headers.Count} columns. Received: {positions.Count} positions.");
        }

        int length = options.ShowConnections ? 108 : 88;
        if (options.ShowTrainable)
        {
            length += 12;
            positions = [.. positions.Select(position => position * 0.9), 1];
            headers.Add(("Trainable", Align.Center));
        }

        length = options.LineLength ?? Math.Min(length, options.Columns - 4);
        var columns = new List<BoxColumn>();
        int end = 0;
        foreach (((string header, Align align), double position) in headers.Zip(positions))
        {
            int width = (int)(position * length) - end;
            if (width < 4)
            {
                throw new ArgumentException($"Summary: column '{header}' would be {width} characters wide, expected at least 4. Give a larger lineLength or other positions. Received: lineLength={length}.");
            }

            columns.Add(new BoxColumn(header, align, width));
            end += width;
        }

        return new BoxTable(columns, length);
    }

    private static string[] Cells(SummaryRow row, SummaryOptions options)
    {
        List<string> cells = [row.Title, row.OutputShape, row.ParamCount];
        if (options.ShowConnections)
        {
            cells.Add(row.ConnectedTo);
        }

        if (options.ShowTrainable)
        {
            cells.Add(row.TrainableMark);
        }

        return [.. cells];
    }

    private static IEnumerable<SummaryRow> Select(IReadOnlyList<SummaryRow> rows, SummaryOptions options)
    {
        (int first, int last) = options.LayerRange is { } range ? Bounds([.. rows.Where(row => row.Nesting == 0)], range) : (0, int.MaxValue);
        int index = -1;
        foreach (SummaryRow row in rows)
        {
            index += row.Nesting == 0 ? 1 : 0;
            if (index >= first && index <= last && (row.Nesting == 0 || options.ExpandNested))
            {
                yield return row;
            }
        }
    }

    private static (int First, int Last) Bounds(SummaryRow[] layers, (string First, string Last) range)
    {
        int[] lower = Matches(layers, range.First);
        int[] upper = Matches(layers, range.Last);
        if (lower.Length == 0 || upper.Length == 0)
        {
            throw new ArgumentException($"Summary: layerRange matches no layer. Expected the names of two layers, or regular expressions for them. Received: ('{range.First}', '{range.Last}'). "
                                        + $"Layers: {string.Join(", ", layers.Select(layer => layer.Name))}.");
        }

        return lower.Min() > upper.Max() ? (upper.Min(), lower.Max()) : (lower.Min(), upper.Max());
    }

    private static int[] Matches(SummaryRow[] layers, string pattern)
    {
        var regex = new Regex($@"\A(?:{pattern})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return [.. Enumerable.Range(0, layers.Length).Where(i => regex.IsMatch(layers[i].Name))];
    }
}

using System.Globalization;
using NumSharp;

namespace KerasNet;

/// <summary>NumPy's <c>genfromtxt</c>: numbers from text with gaps.</summary>
public static class NumPyText
{
    extension(np)
    {
        /// <summary>Reads a table of numbers. Python: <c>numpy.genfromtxt("iris.csv", delimiter=",", skip_header=1)</c>.</summary>
        /// <remarks>Empty lines and comments are left out. A field that is missing or no number becomes <paramref name="filling_values"/>.</remarks>
        /// <param name="fname">Path of the file.</param>
        /// <param name="delimiter">What stands between fields; null: white space.</param>
        /// <param name="skip_header">Lines to leave out at the beginning.</param>
        /// <param name="skip_footer">Lines to leave out at the end.</param>
        /// <param name="comments">What begins a comment.</param>
        /// <param name="usecols">The columns to take, from 0; negative: from the end; null: all.</param>
        /// <param name="filling_values">The value of a gap.</param>
        /// <param name="max_rows">At most so many rows; null: all.</param>
        /// <param name="dtype"><c>typeof(double)</c> (if null) or <c>typeof(float)</c>.</param>
        /// <returns>An array of (rows, columns), without the axis of size 1 if there is only one row or column.</returns>
        /// <exception cref="ArgumentException">The rows have different numbers of fields.</exception>
        public static NDArray genfromtxt(string fname, string? delimiter = null, int skip_header = 0, int skip_footer = 0, string comments = "#",
                                         int[]? usecols = null, double filling_values = double.NaN, int? max_rows = null, Type? dtype = null) =>
            np.genfromtxt(File.ReadLines(fname), delimiter, skip_header, skip_footer, comments, usecols, filling_values, max_rows, dtype);

        /// <summary>Reads a table of numbers from lines. Python: <c>numpy.genfromtxt(lines)</c>.</summary>
        /// <inheritdoc cref="genfromtxt(string, string?, int, int, string, int[], double, int?, Type?)"/>
        public static NDArray genfromtxt(IEnumerable<string> lines, string? delimiter = null, int skip_header = 0, int skip_footer = 0, string comments = "#",
                                         int[]? usecols = null, double filling_values = double.NaN, int? max_rows = null, Type? dtype = null)
        {
            if (dtype is not null && dtype != typeof(double) && dtype != typeof(float))
            {
                throw new ArgumentException($"np.genfromtxt reads typeof(double) or typeof(float). Received: {dtype.Name}. Convert the result with astype.", nameof(dtype));
            }

            List<double[]> rows = Rows(lines.Skip(skip_header), delimiter, comments, usecols, filling_values);
            rows.RemoveRange(Math.Max(rows.Count - skip_footer, 0), Math.Min(skip_footer, rows.Count));
            if (max_rows < rows.Count)
            {
                rows.RemoveRange(max_rows.Value, rows.Count - max_rows.Value);
            }

            int columns = rows.Count == 0 ? 0 : rows[0].Length;
            int different = rows.FindIndex(row => row.Length != columns);
            if (different >= 0)
            {
                throw new ArgumentException($"np.genfromtxt expects the same number of fields in every row. Received: {columns} in row 1, {rows[different].Length} in row {different + 1}. Give another delimiter, or usecols.");
            }

            long[] shape = [.. new long[] { rows.Count, columns }.Where(dim => dim != 1)];
            NDArray table = np.array(rows.SelectMany(row => row).ToArray()).reshape(shape);
            return dtype == typeof(float) ? table.astype(typeof(float)) : table;
        }
    }

    private static List<double[]> Rows(IEnumerable<string> lines, string? delimiter, string comments, int[]? columns, double gap)
    {
        var rows = new List<double[]>();
        foreach (string line in lines)
        {
            int comment = comments.Length == 0 ? -1 : line.IndexOf(comments, StringComparison.Ordinal);
            string text = comment < 0 ? line : line[..comment];
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            string[] fields = string.IsNullOrEmpty(delimiter) ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : text.Trim('\r', '\n', ' ').Split(delimiter);
            string[] taken = columns is null ? fields : [.. columns.Select(column => Field(fields, column, line))];
            rows.Add([.. taken.Select(field => Number(field, gap))]);
        }

        return rows;
    }

    private static string Field(string[] fields, int column, string line)
    {
        int index = column < 0 ? column + fields.Length : column;
        return index >= 0 && index < fields.Length ? fields[index] : throw new ArgumentException($"np.genfromtxt: there is no column {column} in a line of {fields.Length} fields: '{line}'.");
    }

    private static double Number(string field, double gap) => field.Trim().ToUpperInvariant() switch
    {
        "NAN" or "+NAN" or "-NAN" => double.NaN,
        "INF" or "+INF" or "INFINITY" or "+INFINITY" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : gap,
    };
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace KerasNet.Saving;

/// <summary>Numbers as Python's json writes and reads them: floats with a point; NaN, Infinity and -Infinity without quotes, which JSON does not have.</summary>
internal static class PythonNumbers
{
    /// <summary>A float with its point, or Python reads a whole number: 0.0.</summary>
    public static JsonNode? Float(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return !double.IsFinite(value) ? JsonValue.Create(value) : JsonNode.Parse(text.AsSpan().IndexOfAny(".E") < 0 ? text + ".0" : text);
    }

    /// <summary>The text with these words as numbers that JSON has: NaN as null, infinities as the greatest numbers.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length);
        var inText = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inText)
            {
                result.Append(c);
                if (c == '\\' && i + 1 < text.Length)
                {
                    result.Append(text[++i]);
                }
                else if (c == '"')
                {
                    inText = false;
                }

                continue;
            }

            var rest = text.AsSpan(i);
            if (rest.StartsWith("NaN", StringComparison.Ordinal))
            {
                result.Append("null");
                i += 2;
            }
            else if (rest.StartsWith("-Infinity", StringComparison.Ordinal))
            {
                result.Append("-1.7976931348623157e308");
                i += 8;
            }
            else if (rest.StartsWith("Infinity", StringComparison.Ordinal))
            {
                result.Append("1.7976931348623157e308");
                i += 7;
            }
            else
            {
                inText = c == '"';
                result.Append(c);
            }
        }

        return result.ToString();
    }
}

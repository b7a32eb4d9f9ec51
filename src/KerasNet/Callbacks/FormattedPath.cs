using System.Globalization;
using System.Text.RegularExpressions;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Python's format fields in a file's name: <c>{epoch:02d}-{val_loss:.2f}</c>.</summary>
internal static partial class FormattedPath
{
    /// <exception cref="ArgumentException">A field is no log of the epoch, or its format is unknown.</exception>
    public static string Of(string path, int epoch, int? batch, Logs logs) => Field().Replace(path, match =>
    {
        var (name, format) = (match.Groups[1].Value, match.Groups[2].Value);
        return name switch
        {
            "epoch" => Whole(epoch + 1, format),
            "batch" when batch is { } b => Whole(b + 1, format),
            _ when logs.TryGetValue(name, out var value) => Number(value, format),
            _ => throw new ArgumentException($"Failed to format this callback filepath: \"{path}\". Reason: '{name}'. Known: epoch, {string.Join(", ", logs.Keys)}."),
        };
    });

    private static string Whole(int value, string format)
    {
        var digits = format.TrimEnd('d');
        return digits.Length == 0 ? value.ToString(CultureInfo.InvariantCulture)
            : digits[0] == '0' && int.TryParse(digits, CultureInfo.InvariantCulture, out var width) ? value.ToString("D" + width, CultureInfo.InvariantCulture)
            : int.TryParse(digits, CultureInfo.InvariantCulture, out width) ? value.ToString(CultureInfo.InvariantCulture).PadLeft(width)
            : Number(value, format);
    }

    private static string Number(double value, string format)
    {
        if (format.Length == 0)
        {
            return value.ToString("R", CultureInfo.InvariantCulture);
        }

        var parts = Spec().Match(format);
        if (!parts.Success)
        {
            throw new ArgumentException($"The format '{format}' of a file's name is not known. Expected one as .2f, 08.3f or .1e.");
        }

        var precision = parts.Groups[2].Success ? parts.Groups[2].Value : "6";
        var text = parts.Groups[3].Value switch
        {
            "e" => value.ToString($"0.{new string('0', int.Parse(precision, CultureInfo.InvariantCulture))}e+00", CultureInfo.InvariantCulture),
            _ => value.ToString("F" + precision, CultureInfo.InvariantCulture),
        };
        return int.TryParse(parts.Groups[1].Value, CultureInfo.InvariantCulture, out var width) ? text.PadLeft(width, parts.Groups[1].Value[0] == '0' ? '0' : ' ') : text;
    }

    [GeneratedRegex(@"\{(\w+)(?::([^{}]*))?\}")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(\d*)(?:\.(\d+))?([fe])$")]
    private static partial Regex Spec();
}

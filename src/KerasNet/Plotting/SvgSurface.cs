using System.Globalization;
using System.Security;
using System.Text;

namespace KerasNet.Plotting;

/// <summary>A picture as SVG text.</summary>
internal sealed class SvgSurface(double width, double height) : IPlotSurface
{
    private const string Fonts = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace";
    private readonly StringBuilder _text = new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.#}pt\" height=\"{height:0.#}pt\" viewBox=\"0 0 {width:0.#} {height:0.#}\" font-family=\"{Fonts}\">\n")
        .Append(CultureInfo.InvariantCulture, $"<rect width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"white\"/>\n");

    public void Box(double x, double y, double width, double height, Color fill) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{fill}\" stroke=\"black\"/>\n");

    public void Dashes(double x, double y, double width, double height) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"none\" stroke=\"black\" stroke-dasharray=\"5 3\"/>\n");

    public void Arrow((double X, double Y)[] points)
    {
        var ((x, y), (dx, dy)) = ArrowHead.Of(points);
        string Corners(IEnumerable<(double X, double Y)> of) => string.Join(' ', of.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));
        _text.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{Corners([.. points[..^1], (x - (dx * ArrowHead.Length), y - (dy * ArrowHead.Length))])}\" fill=\"none\" stroke=\"black\" stroke-width=\"2\"/>\n");
        _text.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{Corners(ArrowHead.Corners(points))}\"/>\n");
    }

    public void Text(double x, double y, double size, Color color, params ReadOnlySpan<(string Text, bool IsBold)> parts)
    {
        var letters = 0;
        var inside = new StringBuilder();
        foreach (var (text, isBold) in parts)
        {
            letters += text.Length;
            inside.Append(isBold ? $"<tspan font-weight=\"bold\">{SecurityElement.Escape(text)}</tspan>" : SecurityElement.Escape(text));
        }

        // The length keeps it in its box whatever font is there.
        _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + (0.8 * size):0.#}\" font-size=\"{size:0.#}\" fill=\"{color}\" textLength=\"{letters * StrokeFont.Advance * size:0.#}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{inside}</text>\n");
    }

    public override string ToString() => _text + "</svg>\n";
}

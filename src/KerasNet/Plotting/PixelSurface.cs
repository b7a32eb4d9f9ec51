namespace KerasNet.Plotting;

/// <summary>A picture in pixels.</summary>
/// <param name="canvas">Where it is drawn.</param>
/// <param name="scale">Pixels of a point.</param>
internal sealed class PixelSurface(Canvas canvas, double scale) : IPlotSurface
{
    public void Box(double x, double y, double width, double height, Color fill)
    {
        canvas.Fill(x * scale, y * scale, (x + width) * scale, (y + height) * scale, fill);
        canvas.Frame(x * scale, y * scale, (x + width) * scale, (y + height) * scale, scale, Color.Black);
    }

    public void Dashes(double x, double y, double width, double height)
    {
        for (var at = 0.0; at < width; at += 8)
        {
            var end = Math.Min(x + at + 5, x + width);
            canvas.Line((x + at) * scale, y * scale, end * scale, y * scale, scale, Color.Black);
            canvas.Line((x + at) * scale, (y + height) * scale, end * scale, (y + height) * scale, scale, Color.Black);
        }

        for (var at = 0.0; at < height; at += 8)
        {
            var end = Math.Min(y + at + 5, y + height);
            canvas.Line(x * scale, (y + at) * scale, x * scale, end * scale, scale, Color.Black);
            canvas.Line((x + width) * scale, (y + at) * scale, (x + width) * scale, end * scale, scale, Color.Black);
        }
    }

    public void Arrow((double X, double Y)[] points)
    {
        var ((x, y), (dx, dy)) = ArrowHead.Of(points);
        (double X, double Y)[] line = [.. points[..^1], (x - (dx * ArrowHead.Length), y - (dy * ArrowHead.Length))];
        foreach (var (a, b) in line.Zip(line.Skip(1)))
        {
            canvas.Line(a.X * scale, a.Y * scale, b.X * scale, b.Y * scale, 2 * scale, Color.Black);
        }

        // Lines from the tip to the base, side by side.
        var corners = ArrowHead.Corners(points);
        for (var share = 0.0; share <= 1; share += 0.05)
        {
            var (baseX, baseY) = (corners[1].X + (share * (corners[2].X - corners[1].X)), corners[1].Y + (share * (corners[2].Y - corners[1].Y)));
            canvas.Line(x * scale, y * scale, baseX * scale, baseY * scale, scale, Color.Black);
        }
    }

    public void Text(double x, double y, double size, Color color, params ReadOnlySpan<(string Text, bool IsBold)> parts)
    {
        foreach (var (text, isBold) in parts)
        {
            canvas.Text(text, x * scale, y * scale, size * scale, color, size * scale * (isBold ? 0.13 : 0.085));
            x += text.Length * StrokeFont.Advance * size;
        }
    }
}

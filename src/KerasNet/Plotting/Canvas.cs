namespace KerasNet.Plotting;

/// <summary>Pixels to draw on, with smooth edges.</summary>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="channels">Numbers of a pixel: 1, 3, or 4 with opacity.</param>
internal sealed class Canvas(int height, int width, int channels)
{
    private readonly byte[] _values = new byte[height * width * channels];

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    /// <summary>A canvas with the pixels of a picture.</summary>
    public static Canvas Of(ReadOnlySpan<byte> pixels, int height, int width, int channels)
    {
        var canvas = new Canvas(height, width, channels);
        pixels.CopyTo(canvas._values);
        return canvas;
    }

    /// <summary>The pixels.</summary>
    public ReadOnlySpan<byte> Pixels => _values;

    /// <summary>Fills a rectangle.</summary>
    public void Fill(double left, double top, double right, double bottom, Color color)
    {
        for (var y = Math.Max(0, (int)top); y < Math.Min(Height, Math.Ceiling(bottom)); y++)
        {
            var down = Math.Min(bottom, y + 1) - Math.Max(top, y);
            for (var x = Math.Max(0, (int)left); x < Math.Min(Width, Math.Ceiling(right)); x++)
            {
                Blend(y, x, color, down * (Math.Min(right, x + 1) - Math.Max(left, x)));
            }
        }
    }

    /// <summary>Draws a frame whose lines lie around the edges of a rectangle.</summary>
    public void Frame(double left, double top, double right, double bottom, double thickness, Color color)
    {
        var half = thickness / 2;
        Fill(left - half, top - half, right + half, top + half, color);
        Fill(left - half, bottom - half, right + half, bottom + half, color);
        Fill(left - half, top + half, left + half, bottom - half, color);
        Fill(right - half, top + half, right + half, bottom - half, color);
    }

    /// <summary>Draws a line with round ends.</summary>
    public void Line(double x1, double y1, double x2, double y2, double thickness, Color color)
    {
        var radius = thickness / 2;
        var (dx, dy) = (x2 - x1, y2 - y1);
        var length = (dx * dx) + (dy * dy);
        for (var y = Math.Max(0, (int)(Math.Min(y1, y2) - radius - 1)); y < Math.Min(Height, Math.Max(y1, y2) + radius + 1); y++)
        {
            for (var x = Math.Max(0, (int)(Math.Min(x1, x2) - radius - 1)); x < Math.Min(Width, Math.Max(x1, x2) + radius + 1); x++)
            {
                var (px, py) = (x + 0.5 - x1, y + 0.5 - y1);
                var along = length == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1);
                var distance = Math.Sqrt(Math.Pow(px - (along * dx), 2) + Math.Pow(py - (along * dy), 2));
                Blend(y, x, color, radius - distance + 0.5);
            }
        }
    }

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="size">Height of a line.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="thickness">Of the strokes.</param>
    public void Text(string text, double left, double top, double size, Color color, double thickness)
    {
        // Strokes of one text are laid over each other first: where they meet they are not darker.
        var (x, y) = ((int)Math.Floor(left - thickness), (int)Math.Floor(top - thickness));
        var cover = new Canvas((int)(size + (2 * thickness)) + 2, (int)((text.Length * StrokeFont.Advance * size) + (2 * thickness)) + 2, 1);
        foreach (var (x1, y1, x2, y2) in StrokeFont.Strokes(text))
        {
            cover.Line(left - x + (x1 * size), top - y + (y1 * size), left - x + (x2 * size), top - y + (y2 * size), thickness, Color.White);
        }

        for (var row = Math.Max(0, -y); row < Math.Min(cover.Height, Height - y); row++)
        {
            for (var column = Math.Max(0, -x); column < Math.Min(cover.Width, Width - x); column++)
            {
                Blend(y + row, x + column, color, cover._values[(row * cover.Width) + column] / 255.0);
            }
        }
    }

    /// <summary>Lays a picture of bytes <c>(height, width, channels)</c> upon it, a pixel on a pixel, or larger.</summary>
    public void Picture(ReadOnlySpan<byte> pixels, int rows, int columns, int given, double left, double top, double wide, double high)
    {
        for (var y = Math.Max(0, (int)Math.Round(top)); y < Math.Min(Height, Math.Round(top + high)); y++)
        {
            for (var x = Math.Max(0, (int)Math.Round(left)); x < Math.Min(Width, Math.Round(left + wide)); x++)
            {
                var at = ((Math.Clamp((int)((y + 0.5 - top) * rows / high), 0, rows - 1) * columns) + Math.Clamp((int)((x + 0.5 - left) * columns / wide), 0, columns - 1)) * given;
                Blend(y, x, given < 3 ? new Color(pixels[at], pixels[at], pixels[at]) : new Color(pixels[at], pixels[at + 1], pixels[at + 2]), given == 4 ? pixels[at + 3] / 255.0 : 1);
            }
        }
    }

    private void Blend(int y, int x, Color color, double share)
    {
        if (share <= 0)
        {
            return;
        }

        var part = Math.Min(share, 1);
        var at = ((y * Width) + x) * channels;
        if (channels == 4)
        {
            // What is transparent has no colour to mix with.
            var below = _values[at + 3] / 255.0 * (1 - part);
            _values[at + 3] = (byte)Math.Round(255 * (below + part));
            part /= below + part;
        }

        for (var c = 0; c < Math.Min(channels, 3); c++)
        {
            _values[at + c] = (byte)Math.Round(_values[at + c] + (part * ((c == 0 ? color.Red : c == 1 ? color.Green : color.Blue) - _values[at + c])));
        }
    }
}

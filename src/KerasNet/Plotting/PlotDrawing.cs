namespace KerasNet.Plotting;

/// <summary>Draws boxes, models and lines upon a surface.</summary>
internal static class PlotDrawing
{
    public static void Draw(PlotLayout layout, IPlotSurface surface)
    {
        foreach (var block in layout.Blocks.Where(b => b.Item is PlotGroup))
        {
            var (x, y, width, height) = layout.Place(block);
            surface.Dashes(x, y, width, height);
            surface.Text(x + 8, y + 6, PlotLayout.FieldSize, Color.Black, (((PlotGroup)block.Item).Name!, false));
        }

        foreach (var line in layout.Lines)
        {
            surface.Arrow(line);
        }

        foreach (var block in layout.Blocks.Where(b => b.Item is PlotBox))
        {
            Draw((PlotBox)block.Item, layout.Place(block), surface);
        }
    }

    private static void Draw(PlotBox box, (double X, double Y, double Width, double Height) place, IPlotSurface surface)
    {
        const double head = PlotLayout.HeadSize + (2 * PlotLayout.Padding), field = PlotLayout.FieldSize + (2 * PlotLayout.Padding);
        var (x, y, width, _) = place;
        surface.Box(x, y, width, head, Color.Black);
        Centered(surface, x, y, width, PlotLayout.HeadSize, Color.White, (box.Title, true), (box.Class, false));
        y += head;
        if (box.Activation is not null)
        {
            surface.Box(x, y, width, field, Color.White);
            Centered(surface, x, y, width, PlotLayout.FieldSize, Color.Black, ("Activation: ", false), (box.Activation, true));
            y += field;
        }

        var letters = box.Cells.Sum(c => c.Text.Length + c.Strong.Length);
        foreach (var cell in box.Cells)
        {
            // What is left of the width goes to the fields by their letters.
            var wide = (2 * PlotLayout.Padding) + ((width - (2 * PlotLayout.Padding * box.Cells.Count)) * (cell.Text.Length + cell.Strong.Length) / letters);
            surface.Box(x, y, wide, field, cell.Background);
            Centered(surface, x, y, wide, PlotLayout.FieldSize, cell.IsLight ? Color.White : Color.Black, (cell.Text, false), (cell.Strong, true));
            x += wide;
        }
    }

    private static void Centered(IPlotSurface surface, double x, double y, double width, double size, Color color, params ReadOnlySpan<(string Text, bool IsBold)> parts)
    {
        var letters = 0;
        foreach (var part in parts)
        {
            letters += part.Text.Length;
        }

        surface.Text(x + ((width - (letters * StrokeFont.Advance * size)) / 2), y + PlotLayout.Padding, size, color, parts);
    }
}

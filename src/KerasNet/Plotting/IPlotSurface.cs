namespace KerasNet.Plotting;

/// <summary>Draws a picture that is laid out: as SVG or in pixels.</summary>
internal interface IPlotSurface
{
    /// <summary>A filled rectangle with an edge.</summary>
    void Box(double x, double y, double width, double height, Color fill);

    /// <summary>A dashed frame.</summary>
    void Dashes(double x, double y, double width, double height);

    /// <summary>A line from corner to corner with an arrow at its end.</summary>
    void Arrow((double X, double Y)[] points);

    /// <summary>A text from its upper left corner on, a part of it in bold type.</summary>
    void Text(double x, double y, double size, Color color, params ReadOnlySpan<(string Text, bool IsBold)> parts);
}

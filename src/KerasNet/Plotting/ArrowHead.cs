namespace KerasNet.Plotting;

/// <summary>The triangle at the end of a line.</summary>
internal static class ArrowHead
{
    /// <summary>Length of the triangle.</summary>
    public const double Length = 10;

    private const double Half = 5;

    /// <summary>The end of a line and the direction in which it gets there.</summary>
    public static ((double X, double Y) Tip, (double X, double Y) Direction) Of((double X, double Y)[] points)
    {
        var ((x1, y1), (x2, y2)) = (points[^2], points[^1]);
        var length = Math.Max(1e-9, Math.Sqrt(Math.Pow(x2 - x1, 2) + Math.Pow(y2 - y1, 2)));
        return (points[^1], ((x2 - x1) / length, (y2 - y1) / length));
    }

    /// <summary>Its corners.</summary>
    public static (double X, double Y)[] Corners((double X, double Y)[] points)
    {
        var ((x, y), (dx, dy)) = Of(points);
        var (baseX, baseY) = (x - (dx * Length), y - (dy * Length));
        return [(x, y), (baseX - (dy * Half), baseY + (dx * Half)), (baseX + (dy * Half), baseY - (dx * Half))];
    }
}

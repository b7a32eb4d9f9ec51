namespace KerasNet.Plotting;

/// <summary>A place in a rank of a picture: that of a box or model, or of a line that passes by.</summary>
/// <param name="block">What stands there; null for a line.</param>
internal sealed class PlotSlot(PlotBlock? block)
{
    /// <summary>What stands there; null for a line.</summary>
    public PlotBlock? Block { get; } = block;

    /// <summary>Space along the rank.</summary>
    public double Size => Block?.Across ?? 8;

    /// <summary>Middle along the rank.</summary>
    public double Center { get; set; }

    /// <summary>Neighbours in the rank before.</summary>
    public List<PlotSlot> Before { get; } = [];

    /// <summary>Neighbours in the rank after.</summary>
    public List<PlotSlot> After { get; } = [];
}

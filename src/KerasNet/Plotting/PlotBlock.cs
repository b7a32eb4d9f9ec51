namespace KerasNet.Plotting;

/// <summary>A box or a model with a size and a place. Sizes are along the way that data goes, and across it.</summary>
/// <param name="item">A <see cref="PlotBox"/> or <see cref="PlotGroup"/>.</param>
internal sealed class PlotBlock(object item)
{
    /// <summary>The box or model.</summary>
    public object Item { get; } = item;

    /// <summary>Size across.</summary>
    public double Across { get; set; }

    /// <summary>Size along.</summary>
    public double Along { get; set; }

    /// <summary>Where it begins across, in the block around it; in the whole picture once all are placed.</summary>
    public double Left { get; set; }

    /// <summary>Where it begins along, likewise.</summary>
    public double Top { get; set; }

    /// <summary>The blocks inside a model.</summary>
    public IReadOnlyList<PlotBlock> Inside { get; set; } = [];

    /// <summary>The ranks inside a model.</summary>
    public PlotRanks? Ranks { get; set; }

    /// <summary>Middle across.</summary>
    public double Center => Left + (Across / 2);

    /// <summary>This block and those inside.</summary>
    public IEnumerable<PlotBlock> All => Inside.SelectMany(b => b.All).Prepend(this);
}

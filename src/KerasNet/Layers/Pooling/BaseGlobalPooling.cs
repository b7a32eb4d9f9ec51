using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Takes one value of each channel over all spatial axes.</summary>
public abstract class BaseGlobalPooling : Layer
{
    private protected BaseGlobalPooling(int rank, string? dataFormat, bool keepdims)
    {
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        Keepdims = keepdims;
        SpatialAxes = [.. Enumerable.Range(DataFormat == "channels_first" ? 2 : 1, rank)];
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>Order of the axes.</summary>
    public string DataFormat { get; }

    /// <summary>Whether the spatial axes stay, with size 1.</summary>
    public bool Keepdims { get; }

    private protected int[] SpatialAxes { get; }
}

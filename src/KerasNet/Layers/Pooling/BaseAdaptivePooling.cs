using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Divides the spatial axes into as many windows as the output is to have, and takes one value of each.</summary>
public abstract class BaseAdaptivePooling : Layer
{
    private protected BaseAdaptivePooling(int rank, SpatialSizes outputSize, string? dataFormat)
    {
        OutputSize = outputSize.For(rank, "output_size");
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>Size of the output along each spatial axis.</summary>
    public SpatialSizes OutputSize { get; }

    /// <summary>Order of the axes.</summary>
    public string DataFormat { get; }
}

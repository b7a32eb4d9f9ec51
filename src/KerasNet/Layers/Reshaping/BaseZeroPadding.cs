using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Puts zeros around the spatial axes.</summary>
public abstract class BaseZeroPadding : Layer
{
    private protected BaseZeroPadding(int rank, SpatialMargins? padding, string? dataFormat)
    {
        Padding = (padding ?? 1).For(rank, "padding");
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>How many zeros before and after each spatial axis.</summary>
    public SpatialMargins Padding { get; }

    /// <summary>Order of the axes.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Ops.Pad(x, Padding.Around(DataFormat));
}

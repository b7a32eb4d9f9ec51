using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Takes one value of each window of the spatial axes.</summary>
public abstract class BasePooling : Layer
{
    private protected BasePooling(int rank, SpatialSizes poolSize, SpatialSizes? strides, string padding, string? dataFormat)
    {
        PoolSize = poolSize.For(rank, "pool_size");
        Strides = (strides ?? poolSize).For(rank, "strides");
        Padding = Require.OneOf(padding.ToLowerInvariant(), ["valid", "same"], nameof(padding));
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>Size of the window along each spatial axis.</summary>
    public SpatialSizes PoolSize { get; }

    /// <summary>Step of the window along each spatial axis.</summary>
    public SpatialSizes Strides { get; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; }

    /// <summary>Order of the axes.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, CallContext context) => Pool(x);

    private protected abstract Tensor Pool(Tensor x);
}

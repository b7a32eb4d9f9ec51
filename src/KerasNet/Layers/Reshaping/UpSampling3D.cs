using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Makes volumes larger: each value is repeated along three axes.</summary>
/// <remarks>Python: <c>keras.layers.UpSampling3D</c>. Input <c>(batch, depth, height, width, channels)</c>, or channels first.</remarks>
public sealed class UpSampling3D : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="size">By how much: a number, or one for each axis; null: 2.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    public UpSampling3D(SpatialSizes? size = null, string? dataFormat = null)
    {
        Size = (size ?? 2).For(3, "size");
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        InputSpecs = [new InputSpec { Rank = 5 }];
    }

    /// <summary>By how much each axis grows.</summary>
    public SpatialSizes Size { get; }

    /// <summary>Order of the axes.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var axis = DataFormat == "channels_first" ? 2 : 1;
        return Ops.Repeat(Ops.Repeat(Ops.Repeat(x, Size[0], axis), Size[1], axis + 1), Size[2], axis + 2);
    }
}

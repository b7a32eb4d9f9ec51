using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Cuts the borders of the spatial axes.</summary>
public abstract class BaseCropping : Layer
{
    private protected BaseCropping(int rank, SpatialMargins cropping, string? dataFormat)
    {
        Cropping = cropping.For(rank, "cropping");
        Format = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>What is cut before and after each spatial axis.</summary>
    public SpatialMargins Cropping { get; }

    private protected string Format { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var margins = Cropping.Around(Format);
        var key = new TensorIndex[margins.Length];
        for (var axis = 0; axis < margins.Length; axis++)
        {
            var (before, after) = margins[axis];
            if (x.Shape[axis] >= 0 && before + after > 0 && before + after >= x.Shape[axis])
            {
                throw new ArgumentException($"Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. Received: inputs.shape={x.Shape}, cropping={Cropping}");
            }

            key[axis] = before..^after;
        }

        return Ops.GetItem(x, key);
    }
}

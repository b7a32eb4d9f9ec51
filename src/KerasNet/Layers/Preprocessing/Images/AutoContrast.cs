namespace KerasNet.Layers;

/// <summary>Stretches the values of each channel of each image over the whole range.</summary>
/// <remarks>Python: <c>keras.layers.AutoContrast</c>. The shape stays. It does so in training and at rest.</remarks>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one. As in Keras the extremes are sought along the second and third axis in either.</param>
/// <exception cref="ArgumentException">The range is not one of two numbers.</exception>
public sealed class AutoContrast(NumberRange? valueRange = null, string? dataFormat = null) : BaseImagePreprocessingLayer(dataFormat)
{
    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) => new() { Images = Stretched };

    private Tensor Stretched(Tensor images)
    {
        var x = Compute(Rescaled(images, ValueRange, (0, 255), DType.ComputeDType));
        var (low, high) = (Ops.Min(x, [1, 2], true), Ops.Max(x, [1, 2], true));
        var scale = 255.0 / (high - low);
        var stretched = Rescaled(Ops.Clip((x * scale) - (low * scale), 0, 255), (0, 255), ValueRange, DType.ComputeDType);

        // A channel of one value has no scale.
        return Compute(Ops.Where(Ops.IsNan(stretched), Compute(images), stretched));
    }
}

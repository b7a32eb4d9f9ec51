namespace KerasNet.Layers;

/// <summary>Changes brightness, contrast, saturation and hue of images in training, in this order.</summary>
/// <remarks>Python: <c>keras.layers.RandomColorJitter</c>. The shape stays.</remarks>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="brightnessFactor">As of RandomBrightness; null: brightness stays.</param>
/// <param name="contrastFactor">As of RandomContrast; null: contrast stays.</param>
/// <param name="saturationFactor">As of RandomSaturation; null: saturation stays.</param>
/// <param name="hueFactor">As of RandomHue; null: hue stays.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomColorJitter(
    NumberRange? valueRange = null, NumberRange? brightnessFactor = null, NumberRange? contrastFactor = null, NumberRange? saturationFactor = null, NumberRange? hueFactor = null, int? seed = null,
    string? dataFormat = null)
    : BaseRandomImageLayer(dataFormat, seed)
{
    private readonly BaseRandomImageLayer[] _steps = [.. new BaseRandomImageLayer?[]
    {
        brightnessFactor is { } b ? new RandomBrightness(b, valueRange, seed, dataFormat) : null,
        contrastFactor is { } c ? new RandomContrast(c, valueRange, seed, dataFormat) : null,
        saturationFactor is { } s ? new RandomSaturation(s, valueRange, dataFormat, seed) : null,
        hueFactor is { } h ? new RandomHue(h, valueRange, dataFormat, seed) : null,
    }.OfType<BaseRandomImageLayer>()];

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    /// <summary>As of RandomBrightness.</summary>
    public NumberRange? BrightnessFactor { get; } = brightnessFactor;

    /// <summary>As of RandomContrast.</summary>
    public NumberRange? ContrastFactor { get; } = contrastFactor;

    /// <summary>As of RandomSaturation.</summary>
    public NumberRange? SaturationFactor { get; } = saturationFactor;

    /// <summary>As of RandomHue.</summary>
    public NumberRange? HueFactor { get; } = hueFactor;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        ImageTransformation[] drawn = [.. _steps.Select(s => s.Draw(images, seed))];
        return new ImageTransformation { Images = x => drawn.Aggregate(Compute(x), (y, step) => step.Images(y)) };
    }

    internal override void SetDType(DTypePolicy policy)
    {
        base.SetDType(policy);
        foreach (var step in _steps)
        {
            step.SetDType(policy);
        }
    }
}

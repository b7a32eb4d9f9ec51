namespace KerasNet.Layers;

/// <summary>Makes images brighter or darker in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomBrightness</c>. The shape stays.</remarks>
/// <param name="factor">Share of the value range that is added at most: a number f for -f to f, or a range within -1 to 1.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomBrightness(NumberRange factor, NumberRange? valueRange = null, int? seed = null, string? dataFormat = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(-1, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var delta = Uniform(images.Each, Factor, seed) * (ValueRange.Upper - ValueRange.Lower);
        return new ImageTransformation { Images = x => Ops.Clip(x + Ops.Cast(delta, x.DType), ValueRange.Lower, ValueRange.Upper) };
    }
}

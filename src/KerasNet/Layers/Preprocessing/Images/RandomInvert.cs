namespace KerasNet.Layers;

/// <summary>Turns images into negatives in training, some of them.</summary>
/// <remarks>Python: <c>keras.layers.RandomInvert</c>. The shape stays.</remarks>
/// <param name="factor">Share of images: a number f for a random share up to f, or a range within 0 to 1; null: 1.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomInvert(NumberRange? factor = null, NumberRange? valueRange = null, int? seed = null, string? dataFormat = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = (factor ?? 1).Within(0, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var chosen = Raised(Chosen(images, Factor, seed));
        return new ImageTransformation { Images = x => Ops.Where(chosen, ValueRange.Upper - Compute(x), Compute(x)) };
    }
}

namespace KerasNet.Layers;

/// <summary>Takes colour out of images in training, or strengthens it.</summary>
/// <remarks>Python: <c>keras.layers.RandomColorDegeneration</c>. The shape stays.</remarks>
/// <param name="factor">How far: 0 leaves the image, 1 makes it grey. A number f for -f to f, or a range within -1 to 1.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomColorDegeneration(NumberRange factor, NumberRange? valueRange = null, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(-1, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override bool DrawsAtRest => true;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var strength = Compute(Uniform(images.Each, Factor, seed));
        return new ImageTransformation
        {
            Images = given =>
            {
                var x = Compute(given);
                return Ops.Clip(x + (strength * (Ops.Image.RgbToGrayscale(x, DataFormat) - x)), ValueRange.Lower, ValueRange.Upper);
            },
        };
    }
}

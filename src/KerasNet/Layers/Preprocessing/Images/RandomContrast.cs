namespace KerasNet.Layers;

/// <summary>Changes the contrast of images in training: <c>(x - mean) * strength + mean</c> in each channel.</summary>
/// <remarks>Python: <c>keras.layers.RandomContrast</c>. The shape stays.</remarks>
/// <param name="factor">A number f for factors from 1 - 0 to 1 + f, or a range (a, b) for factors from 1 - a to 1 + b, within 0 to 1.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomContrast(NumberRange factor, NumberRange? valueRange = null, int? seed = null, string? dataFormat = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(0, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var strength = Uniform(images.Each, 1 - Factor.Lower, 1 + Factor.Upper, seed, DType.ComputeDType);
        return new ImageTransformation
        {
            Images = given =>
            {
                var x = Compute(given);
                var mean = Ops.Mean(x, ChannelsFirst ? [-2, -1] : [-3, -2], keepdims: true);
                return Ops.Clip(((x - mean) * strength) + mean, ValueRange.Lower, ValueRange.Upper);
            },
        };
    }
}

namespace KerasNet.Layers;

/// <summary>Changes the saturation of images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomSaturation</c>. The shape stays.</remarks>
/// <param name="factor">0.5 leaves the image, 0 makes it grey, 1 saturates it fully. A range within 0 to 1, or a number.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomSaturation(NumberRange factor, NumberRange? valueRange = null, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(-1, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override bool DrawsAtRest => true;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var share = Uniform([images.Batch], Factor, seed);
        var scale = Compute(Raised(share / (1.0 - share + Keras.Config.Epsilon)));
        return new ImageTransformation
        {
            Images = x =>
            {
                var axis = ChannelsFirst ? 1 : 3;
                var (hue, saturation, value) = Ops.Split(Ops.Image.RgbToHsv(x, DataFormat), 3, axis);
                saturation = Ops.Clip(saturation * scale, ValueRange.Lower, ValueRange.Upper);
                return Ops.Image.HsvToRgb(Ops.Concatenate([hue, saturation, value], axis), DataFormat);
            },
        };
    }
}

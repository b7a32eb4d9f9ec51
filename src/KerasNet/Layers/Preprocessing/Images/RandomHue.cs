namespace KerasNet.Layers;

/// <summary>Turns the hue of images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomHue</c>. The shape stays.</remarks>
/// <param name="factor">How far: 1 is the opposite colour. A number f for 0 to f, or a range within 0 to 1; the direction is random.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomHue(NumberRange factor, NumberRange? valueRange = null, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(0, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override bool DrawsAtRest => true;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var invert = Uniform([images.Batch], 0, 1, seed);
        invert = Ops.Where(Ops.Greater(invert, 0.5), -Ops.OnesLike(invert), Ops.OnesLike(invert));
        var turn = Raised(invert * Uniform([images.Batch], Factor, seed) * 0.5);
        return new ImageTransformation
        {
            Images = given =>
            {
                var x = Ops.Image.RgbToHsv(Rescaled(Compute(given), ValueRange, (0, 1), DataType.Float32), DataFormat);
                var axis = ChannelsFirst ? 1 : 3;
                var (hue, saturation, value) = Ops.Split(x, 3, axis);
                hue += Ops.Cast(turn, x.DType);
                hue = Ops.Where(Ops.Greater(hue, 1.0), hue - 1.0, hue);
                hue = Ops.Where(Ops.Less(hue, 0.0), hue + 1.0, hue);
                x = Ops.Clip(Ops.Image.HsvToRgb(Ops.Concatenate([hue, saturation, value], axis), DataFormat), 0, 1);
                return Compute(Rescaled(x, (0, 1), ValueRange, DataType.Float32));
            },
        };
    }
}

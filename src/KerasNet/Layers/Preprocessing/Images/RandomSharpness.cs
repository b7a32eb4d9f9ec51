namespace KerasNet.Layers;

/// <summary>Sharpens or smooths images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomSharpness</c>. The shape stays.</remarks>
/// <param name="factor">0 smooths, 0.5 leaves the image, 1 sharpens. A number f for 0 to f, or a range within 0 to 1.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomSharpness(NumberRange factor, NumberRange? valueRange = null, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(0, 1, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override bool DrawsAtRest => true;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var strength = Compute(Raised(Uniform([images.Batch], Factor, seed) * 2.0));
        return new ImageTransformation
        {
            Images = given => ImageLayout.Around(Compute(given), DataFormat, x =>
            {
                var kernel = Tensor.Create<double>([.. Enumerable.Range(0, 9).Select(i => i == 4 ? 5 / 13.0 : 1 / 13.0)], (3, 3, 1, 1));
                var filter = RawOps.Tile(Ops.Cast(kernel, x.DType), RawOps.Dims(1, 1, RawOps.Dim(x, 3), 1));
                var smooth = Ops.DepthwiseConv(x, filter, 1, "same", "channels_last");
                return Ops.Clip(x + ((1.0 - strength) * (smooth - x)), ValueRange.Lower, ValueRange.Upper);
            }),
        };
    }
}

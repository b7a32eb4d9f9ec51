namespace KerasNet.Layers;

/// <summary>Distorts some images smoothly in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomElasticTransform</c>. The shape stays.</remarks>
/// <param name="factor">Share of images: a number f for a random share up to f, or a range within 0 to 1; null: 1.</param>
/// <param name="scale">Strength: a number s for 0 to s, or a range within 0 to 1; null: 1.</param>
/// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
/// <param name="fillMode">What lies outside of the image: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
/// <param name="fillValue">The number outside, for <c>constant</c>.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomElasticTransform(
    NumberRange? factor = null, NumberRange? scale = null, string interpolation = "bilinear", string fillMode = "reflect", double fillValue = 0.0, NumberRange? valueRange = null, int? seed = null,
    string? dataFormat = null)
    : BaseProjectionLayer(fillMode, interpolation, seed, fillValue, dataFormat)
{
    /// <summary>The range of the share of images.</summary>
    public NumberRange Factor { get; } = (factor ?? 1).Within(0, 1, "factor");

    /// <summary>The range of the strength.</summary>
    public NumberRange Scale { get; } = (scale ?? 1).Within(0, 1, "scale");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        if (Scale.Upper == 0 || Factor.Upper == 0)
        {
            return AtRest;
        }

        var chosen = Raised(Chosen(images, Factor, seed));
        var strength = Uniform([], Scale, seed, DType.ComputeDType);
        return new ImageTransformation
        {
            Images = x => Distorted(Compute(x), chosen, strength, Interpolation, seed),
            Masks = x => Distorted(Ops.ToFloat(x), chosen, strength, "nearest", seed),
            Boxes = _ => throw Unsupported("bounding boxes"),
        };
    }

    private Tensor Distorted(Tensor images, Tensor chosen, Tensor strength, string interpolation, RandomSeed seed)
    {
        var facts = new ImageFacts(images, ChannelsFirst);
        if (facts.Known is not (> 0, > 0))
        {
            throw new ArgumentException($"Layer '{Name}' needs images of known height and width. Received: images.shape={images.Shape}. Give them in Keras.Input.");
        }

        var (longer, shorter) = (Math.Max(facts.Known.Height, facts.Known.Width), Math.Min(facts.Known.Height, facts.Known.Width));
        var own = Ops.Cast(strength, images.DType);
        var (alpha, sigma) = (own * 0.1 * longer, own * 0.05 * shorter);
        var largest = Ops.Image.Width(0.05 * Scale.Upper * shorter);
        var moved = ImageLayout.Around(images, DataFormat, x => Ops.Image.Distorted(x, alpha, sigma, largest, interpolation, FillMode, FillValue, seed));
        return Compute(Ops.Clip(Ops.Where(chosen, moved, images), ValueRange.Lower, ValueRange.Upper));
    }
}

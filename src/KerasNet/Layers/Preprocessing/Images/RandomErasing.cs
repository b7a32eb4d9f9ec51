namespace KerasNet.Layers;

/// <summary>Covers a random rectangle of images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomErasing</c>. The shape stays.</remarks>
/// <param name="factor">Share of images: a number f for a random share up to f, or a range within 0 to 1; null: 1.</param>
/// <param name="scale">Area of the rectangle, a share of the image's; null: (0.02, 0.33).</param>
/// <param name="fillValue">A number or one for each of three channels; null: noise.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomErasing(NumberRange? factor = null, NumberRange? scale = null, NumberRange? fillValue = null, NumberRange? valueRange = null, int? seed = null, string? dataFormat = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = (factor ?? 1).Within(0, 1, "factor");

    /// <summary>The range of the rectangle's area.</summary>
    public NumberRange Scale { get; } = (scale ?? (0.02, 0.33)).Within(0, 1, "scale");

    /// <summary>What covers the rectangle; null: noise.</summary>
    public NumberRange? FillValue { get; } = fillValue is not { } fill || fill.IsNumber || fill.Numbers.Length == 3
        ? fillValue
        : throw new ArgumentException($"The `fill_value` argument should be a number (or a list of three numbers). Received: fill_value={fill}", nameof(fillValue));

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var share = Ops.Sqrt(Uniform([images.Batch, 2], Scale, seed, DType.ComputeDType));
        var mask = RandomBox.Draw(images, share[.., 0], share[.., 1], seed, DType.ComputeDType).Mask(images);
        var chosen = RawOps.LogicalAnd(mask, Raised(Chosen(images, Factor, seed)));
        var fill = Ops.Clip(Fill(images, seed), ValueRange.Lower, ValueRange.Upper);
        return new ImageTransformation { Images = x => Ops.Where(chosen, fill, Compute(x)) };
    }

    private Tensor Fill(ImageFacts images, RandomSeed seed)
    {
        if (FillValue is not { } fill)
        {
            return RandomOps.Normal((ReadOnlySpan<Tensor>)images.Dims, dtype: DType.ComputeDType, seed: seed) * ValueRange.Upper;
        }

        var values = Ops.Cast(Tensor.Create<double>(fill.Numbers, fill.Numbers.Length), DType.ComputeDType);
        return RawOps.Reshape(values, ChannelsFirst ? RawOps.Constant(1, -1, 1, 1) : RawOps.Constant(1, 1, 1, -1));
    }
}

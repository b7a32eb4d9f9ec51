namespace KerasNet.Layers;

/// <summary>Adds to pixels in training, and inverts those above a threshold.</summary>
/// <remarks>Python: <c>keras.layers.Solarization</c>. The shape stays.</remarks>
/// <param name="additionFactor">Share of 255 that is added: a number f for 0 to f, or a range within 0 to 1; null: 0.</param>
/// <param name="thresholdFactor">Share of 255 above which pixels are inverted, likewise; null: 0.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class Solarization(NumberRange? additionFactor = null, NumberRange? thresholdFactor = null, NumberRange? valueRange = null, int? seed = null, string? dataFormat = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The range of what is added.</summary>
    public NumberRange AdditionFactor { get; } = Share(additionFactor, "addition_factor");

    /// <summary>The range of the threshold.</summary>
    public NumberRange ThresholdFactor { get; } = Share(thresholdFactor, "threshold_factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        // Only the upper ends are scaled to pixels: so does Keras.
        var additions = Uniform(images.Each, AdditionFactor.Lower, AdditionFactor.Upper * 255, seed, DType.ComputeDType);
        var thresholds = Uniform(images.Each, ThresholdFactor.Lower, ThresholdFactor.Upper * 255, seed, DType.ComputeDType);
        return new ImageTransformation
        {
            Images = given =>
            {
                var x = Ops.Clip(Rescaled(Compute(given), ValueRange, (0, 255), DType.ComputeDType) + additions, 0, 255);
                return Compute(Rescaled(Ops.Where(Ops.Less(x, thresholds), x, 255.0 - x), (0, 255), ValueRange, DType.ComputeDType));
            },
        };
    }

    private static NumberRange Share(NumberRange? factor, string name) => (factor ?? 0).Checked(
        name, "The `addition_factor` and `threshold_factor` arguments should be a number (or a list of two numbers) in the range [0, 1].", n => n is >= 0 and <= 1, fromZero: true);
}

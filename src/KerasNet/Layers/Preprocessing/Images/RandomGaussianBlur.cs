namespace KerasNet.Layers;

/// <summary>Blurs some images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomGaussianBlur</c>. The shape stays.</remarks>
/// <param name="factor">Share of images: a number f for a random share up to f, or a range within 0 to 1; null: 1.</param>
/// <param name="kernelSize">Size of the filter, odd; null: 3.</param>
/// <param name="sigma">Width of the bell: a number s for 0 to s, or a range within 0 to 1; null: 1.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomGaussianBlur(NumberRange? factor = null, SpatialSizes? kernelSize = null, NumberRange? sigma = null, NumberRange? valueRange = null, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = (factor ?? 1).Within(0, 1, "factor");

    /// <summary>Height and width of the filter.</summary>
    public SpatialSizes KernelSize { get; } = Odd((kernelSize ?? 3).For(2, nameof(kernelSize)));

    /// <summary>The range of the bell's width.</summary>
    public NumberRange Sigma { get; } = (sigma ?? 1).Within(0, 1, "sigma");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var chosen = Raised(Chosen(images, Factor, seed));
        var bell = Uniform([2], Sigma, seed, DType.ComputeDType) + 1e-6;
        return new ImageTransformation
        {
            Images = given =>
            {
                var x = Compute(given);
                var blurred = Ops.Image.GaussianBlur(x, KernelSize.ToArray(), bell, DataFormat);
                return Ops.Clip(Ops.Where(chosen, blurred, x), ValueRange.Lower, ValueRange.Upper);
            },
        };
    }

    private static SpatialSizes Odd(SpatialSizes size) => size.All(s => s % 2 == 1)
        ? size
        : throw new ArgumentException($"kernel_size must be an odd number. Received: kernel_size={size}", nameof(size));
}

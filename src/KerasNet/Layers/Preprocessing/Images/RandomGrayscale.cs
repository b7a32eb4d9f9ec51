namespace KerasNet.Layers;

/// <summary>Makes some images grey in training; they keep three channels.</summary>
/// <remarks>Python: <c>keras.layers.RandomGrayscale</c>. The shape stays.</remarks>
/// <param name="factor">Share of images, from 0 to 1.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomGrayscale(double factor = 0.5, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>Share of images.</summary>
    public double Factor { get; } = factor is >= 0 and <= 1 ? factor : throw new ArgumentException($"`factor` should be between 0 and 1. Received: factor={factor}", nameof(factor));

    private protected override bool DrawsAtRest => true;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var chosen = Raised(Ops.Less(Uniform([images.Batch], 0, 1, seed), Factor));
        return new ImageTransformation { Images = x => Ops.Where(chosen, Ops.Image.RgbToGrayscale(x, DataFormat), x) };
    }
}

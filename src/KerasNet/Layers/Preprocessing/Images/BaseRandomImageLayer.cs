namespace KerasNet.Layers;

/// <summary>Base of image layers that draw random numbers in training.</summary>
public abstract class BaseRandomImageLayer : BaseImagePreprocessingLayer
{
    private readonly SeedGenerator _generator;

    private protected BaseRandomImageLayer(string? dataFormat, int? seed)
        : base(dataFormat) => (Seed, _generator) = (seed, new SeedGenerator(seed));

    /// <summary>Seed; null: Keras chose one.</summary>
    public int? Seed { get; private protected init; }

    /// <summary>Whether numbers are drawn also where they are not used: the next ones in training are then Keras's.</summary>
    private protected virtual bool DrawsAtRest => false;

    /// <summary>What is done where the layer takes no part: images come in the type in which the layer computes.</summary>
    private protected virtual ImageTransformation AtRest => new() { Images = Compute };

    /// <summary>Draws what is done in training.</summary>
    internal abstract ImageTransformation Draw(ImageFacts images, RandomSeed seed);

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed)
    {
        var drawn = training || DrawsAtRest ? Draw(images, seed ?? _generator) : null;
        return training ? drawn! : AtRest;
    }

    private protected static Tensor Uniform(Tensor[] shape, double low, double high, RandomSeed seed, DataType? type = null) =>
        RandomOps.Uniform((ReadOnlySpan<Tensor>)shape, low, high, type, seed);

    private protected static Tensor Uniform(Tensor[] shape, NumberRange range, RandomSeed seed, DataType? type = null) => Uniform(shape, range.Lower, range.Upper, seed, type);

    /// <summary>For each image whether a random number lies below a random share.</summary>
    private protected static Tensor Chosen(ImageFacts images, NumberRange factor, RandomSeed seed)
    {
        var share = Uniform([images.Batch], factor, seed);
        return Ops.Less(Uniform([images.Batch], 0, 1, seed), share);
    }

    /// <summary>One number for each image, on axes that broadcast over images.</summary>
    private protected static Tensor Raised(Tensor vector) => RawOps.Reshape(vector, RawOps.Constant(-1, 1, 1, 1));
}

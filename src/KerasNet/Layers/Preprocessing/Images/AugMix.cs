using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Mixes images in training with several chains of changes of themselves.</summary>
/// <remarks>
/// Python: <c>keras.layers.AugMix</c>. The shape stays. Source: <see href="https://arxiv.org/abs/1912.02781">Hendrycks et al. 2020</see>. As in Keras the operations of the chains are chosen by Python's
/// own random numbers (<see cref="Keras.SetRandomSeed"/>) when the layer is traced, and stay in a compiled step; all other numbers are drawn anew in each.
/// </remarks>
public sealed class AugMix : BaseRandomImageLayer
{
    private readonly BaseImagePreprocessingLayer[] _layers;

    /// <summary>Makes the layer and those it chooses from.</summary>
    /// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
    /// <param name="numChains">Number of chains.</param>
    /// <param name="chainDepth">Largest number of operations in a chain.</param>
    /// <param name="factor">Strength: a number f for 0 to f, or a range within 0 to 1; null: 0.3.</param>
    /// <param name="alpha">Shape of the distributions of the proportions.</param>
    /// <param name="allOps">Whether brightness, colour, contrast and sharpness are among the operations.</param>
    /// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
    /// <param name="seed">Seed; null: Keras chooses one.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
    public AugMix(
        NumberRange? valueRange = null, int numChains = 3, int chainDepth = 3, NumberRange? factor = null, double alpha = 1.0, bool allOps = true, string interpolation = "bilinear", int? seed = null,
        string? dataFormat = null)
        : base(dataFormat, seed)
    {
        (ValueRange, NumChains, ChainDepth, Factor) = (NumberRange.OfValues(valueRange), Require.Positive(numChains), Require.NonNegative(chainDepth), (factor ?? 0.3).Within(0, 1, nameof(factor)));
        (Alpha, AllOps, Interpolation) = (alpha, allOps, interpolation);
        var augmentations = new ImageAugmentations(Factor, ValueRange, interpolation, seed, dataFormat);

        // They are made in one order and chosen from in another: seeds that Keras chooses are drawn in the first.
        var made = augmentations.Make(
            nameof(RandomShear), nameof(RandomTranslation), nameof(RandomRotation), nameof(Solarization), nameof(RandomPosterization), nameof(AutoContrast), nameof(Equalization));
        var colors = allOps
            ? augmentations.Make(nameof(RandomBrightness), nameof(RandomColorDegeneration), nameof(RandomContrast), nameof(RandomSharpness))
            : [];
        _layers = [made[0], made[1], made[2], made[4], made[3], made[5], made[6], .. colors];
    }

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; }

    /// <summary>Number of chains.</summary>
    public int NumChains { get; }

    /// <summary>Largest number of operations in a chain.</summary>
    public int ChainDepth { get; }

    /// <summary>The range of the strength.</summary>
    public NumberRange Factor { get; }

    /// <summary>Shape of the distributions of the proportions.</summary>
    public double Alpha { get; }

    /// <summary>Whether brightness, colour, contrast and sharpness are among the operations.</summary>
    public bool AllOps { get; }

    /// <summary><c>bilinear</c> or <c>nearest</c>.</summary>
    public string Interpolation { get; }

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var sample = RandomOps.Gamma(NumChains, Alpha, seed: seed);
        var weights = sample / Ops.Sum(sample, -1, true);
        var own = RandomOps.Beta(TensorShape.Scalar, Alpha, Alpha, seed: seed);
        var chains = new ImageTransformation[NumChains][];
        for (var i = 0; i < chains.Length; i++)
        {
            chains[i] = [.. Chain(images, seed)];
        }

        Tensor Mixed(Tensor x, Func<ImageTransformation, Func<Tensor, Tensor>> what)
        {
            var sum = Ops.ZerosLike(x);
            for (var i = 0; i < chains.Length; i++)
            {
                sum += chains[i].Aggregate(x, (y, t) => what(t)(y)) * Ops.Cast(weights[i], x.DType);
            }

            var share = Ops.Cast(own, x.DType);
            return (share * x) + ((1.0 - share) * sum);
        }

        return new ImageTransformation
        {
            Images = x => Ops.Clip(Mixed(Compute(x), static t => t.Images), ValueRange.Lower, ValueRange.Upper),
            Masks = x => Mixed(Ops.ToFloat(x), static t => t.Masks),
        };
    }

    private IEnumerable<ImageTransformation> Chain(ImageFacts images, RandomSeed seed)
    {
        for (var i = 0; i < ChainDepth; i++)
        {
            // One more than there are layers: the last one is none.
            if (Keras.State.NextChoice(_layers.Length + 1) is var choice && choice < _layers.Length)
            {
                yield return _layers[choice].Transformation(images, true, seed);
            }
        }
    }

    internal override void SetDType(DTypePolicy policy)
    {
        base.SetDType(policy);
        Array.ForEach(_layers, l => l.SetDType(policy));
    }
}

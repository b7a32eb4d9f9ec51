using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Changes images in training by operations that are drawn from eleven: shear, translation, rotation, brightness, colour, contrast, sharpness, posterization, solarization, contrast stretching, equalization.</summary>
/// <remarks>Python: <c>keras.layers.RandAugment</c>. The shape stays. Source: <see href="https://arxiv.org/abs/1909.13719">Cubuk et al. 2020</see>.</remarks>
public sealed class RandAugment : BaseRandomImageLayer
{
    private readonly BaseImagePreprocessingLayer[] _layers;

    /// <summary>Makes the layer and those it chooses from.</summary>
    /// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
    /// <param name="numOps">Number of operations, one after the other.</param>
    /// <param name="factor">Strength: a number f for 0 to f, or a range within 0 to 1; null: 0.5.</param>
    /// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
    /// <param name="seed">Seed; null: Keras chooses one.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
    public RandAugment(NumberRange? valueRange = null, int numOps = 2, NumberRange? factor = null, string interpolation = "bilinear", int? seed = null, string? dataFormat = null)
        : base(dataFormat, seed)
    {
        (ValueRange, NumOps, Factor, Interpolation) = (NumberRange.OfValues(valueRange), Require.NonNegative(numOps), (factor ?? 0.5).Within(0, 1, nameof(factor)), interpolation);
        _layers = new ImageAugmentations(Factor, ValueRange, interpolation, seed, dataFormat).Make(
            nameof(RandomShear), nameof(RandomTranslation), nameof(RandomRotation), nameof(RandomBrightness), nameof(RandomColorDegeneration), nameof(RandomContrast), nameof(RandomSharpness),
            nameof(RandomPosterization), nameof(Solarization), nameof(AutoContrast), nameof(Equalization));
    }

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; }

    /// <summary>Number of operations.</summary>
    public int NumOps { get; }

    /// <summary>The range of the strength.</summary>
    public NumberRange Factor { get; }

    /// <summary><c>bilinear</c> or <c>nearest</c>.</summary>
    public string Interpolation { get; }

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var chosen = RandomOps.Randint(NumOps, 0, _layers.Length, seed: seed);
        ImageTransformation[] drawn = [.. _layers.Select(l => l.Transformation(images, true, seed))];
        Tensor IsChosen(int operation, int layer) => Ops.Equal(chosen[operation], layer);
        Tensor Each(Tensor x, Func<ImageTransformation, Func<Tensor, Tensor>> what)
        {
            for (var i = 0; i < NumOps; i++)
            {
                for (var layer = 0; layer < drawn.Length; layer++)
                {
                    x = Ops.Where(IsChosen(i, layer), what(drawn[layer])(x), x);
                }
            }

            return x;
        }

        return new ImageTransformation
        {
            Images = x => Each(Compute(x), static t => t.Images),
            Masks = x => Each(x, static t => t.Masks),
            Boxes = boxes =>
            {
                for (var layer = 0; layer < drawn.Length; layer++)
                {
                    var moved = drawn[layer].Boxes(boxes);
                    for (var i = 0; i < NumOps; i++)
                    {
                        var condition = IsChosen(i, layer);
                        boxes = new LabeledBoxes(Ops.Where(condition, moved.Boxes, boxes.Boxes), Ops.Where(condition, moved.Labels!, boxes.Labels!));
                    }
                }

                return boxes;
            },
        };
    }

    internal override void SetDType(DTypePolicy policy)
    {
        base.SetDType(policy);
        Array.ForEach(_layers, l => l.SetDType(policy));
    }

    internal override void SetBoundingBoxFormat(string? format)
    {
        base.SetBoundingBoxFormat(format);
        Array.ForEach(_layers, l => l.SetBoundingBoxFormat(format));
    }
}

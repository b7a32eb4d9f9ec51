namespace KerasNet.Layers;

/// <summary>Puts a rectangle of another image of the batch into each in training, and mixes their labels by area.</summary>
/// <remarks>Python: <c>keras.layers.CutMix</c>. The shape stays; one image without a batch stays as it is. Labels are rows <c>(batch, classes)</c>. Source: <see href="https://arxiv.org/abs/1905.04899">Yun et al. 2019</see>.</remarks>
/// <param name="factor">Range of the parameter of the beta distribution of areas: a number f for 0 to f, or a range within 0 to 1; null: 1.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class CutMix(NumberRange? factor = null, int? seed = null, string? dataFormat = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = (factor ?? 1).Within(0, 1, "factor");

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        if (images.IsSingle)
        {
            return AtRest;
        }

        var type = DType.ComputeDType;
        var alpha = Uniform([], Factor, seed, type) + 1e-6;
        var share = Ops.Sqrt(1.0 - RandomOps.Beta((ReadOnlySpan<Tensor>)[images.Batch], alpha, alpha, type, seed));
        var box = RandomBox.Draw(images, share, share, seed, type);
        var mask = box.Mask(images);
        var weight = 1.0 - ((box.Right - box.Left) * (box.Bottom - box.Top) / Ops.Cast(images.Width * images.Height, type));
        var order = RandomOps.Shuffle(RawOps.Range(images.Batch), seed: seed);
        Tensor Cut(Tensor given)
        {
            var x = Compute(given);
            return Ops.Where(mask, RawOps.GatherV2(x, order), x);
        }

        return new ImageTransformation
        {
            Images = Cut,
            Masks = Cut,
            Labels = given =>
            {
                var (x, own) = (Ops.ToFloat(given), RawOps.Reshape(weight, RawOps.Constant(-1, 1)));
                return (own * x) + ((1.0 - own) * RawOps.GatherV2(x, order));
            },
            Boxes = _ => throw Unsupported("bounding boxes"),
        };
    }
}

namespace KerasNet.Layers;

/// <summary>Mixes each image of a batch with another one in training, and their labels in the same proportion.</summary>
/// <remarks>Python: <c>keras.layers.MixUp</c>. The shape stays. Boxes of both images are kept. Source: <see href="https://arxiv.org/abs/1710.09412">Zhang et al. 2018</see>. Keras mixes up the axes of masks and of boxes' labels; here they are those of the batch.</remarks>
/// <param name="alpha">Shape of the beta distribution of the proportion.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
public sealed class MixUp(double alpha = 0.2, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>Shape of the beta distribution.</summary>
    public double Alpha { get; } = alpha;

    private protected override bool DrawsAtRest => true;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var order = RandomOps.Shuffle(RawOps.Range(images.Batch), seed: seed);
        var weight = RandomOps.Beta((ReadOnlySpan<Tensor>)[images.Batch], Alpha, Alpha, seed: seed);
        Tensor Mixed(Tensor x)
        {
            var (own, other) = (RawOps.Reshape(Ops.Cast(weight, x.DType), Column(x.Rank)), RawOps.GatherV2(x, order));
            return (own * x) + ((1.0 - own) * other);
        }

        return new ImageTransformation
        {
            Images = x => Mixed(Compute(x)),
            Labels = x => Mixed(Ops.ToFloat(x)),
            Masks = x => Mixed(Ops.ToFloat(x)),
            Boxes = b => new LabeledBoxes(Both(b.Boxes, order), b.Labels is null ? null : Both(b.Labels, order)),
        };
    }

    private static Tensor Column(int rank) => RawOps.Constant([-1, .. Enumerable.Repeat(1, rank - 1)]);

    private static Tensor Both(Tensor x, Tensor order) => RawOps.ConcatV2([x, RawOps.GatherV2(x, order)], 1);
}

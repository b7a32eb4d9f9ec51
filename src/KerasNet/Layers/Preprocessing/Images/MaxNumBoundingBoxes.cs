using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Gives every image the same number of bounding boxes: surplus ones are left out, missing ones filled in.</summary>
/// <remarks>Python: <c>keras.layers.MaxNumBoundingBoxes</c>. Boxes <c>(batch, boxes, 4)</c> become <c>(batch, maxNumber, 4)</c>; images, labels and masks stay.</remarks>
/// <param name="maxNumber">The number.</param>
/// <param name="fillValue">What missing boxes and their labels are.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
public sealed class MaxNumBoundingBoxes(int maxNumber, int fillValue = -1, string? dataFormat = null) : BaseImagePreprocessingLayer(dataFormat)
{
    /// <summary>The number.</summary>
    public int MaxNumber { get; } = Require.Positive(maxNumber);

    /// <summary>What missing boxes and their labels are.</summary>
    public int FillValue { get; } = fillValue;

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) => new()
    {
        Boxes = boxes => new LabeledBoxes(Filled(boxes.Boxes), boxes.Labels is null ? null : Filled(boxes.Labels)),
    };

    /// <summary>As many rows as wanted are put behind, then that many are taken.</summary>
    private Tensor Filled(Tensor x)
    {
        (int, int)[] margins = [(0, 0), (0, MaxNumber), .. Enumerable.Repeat((0, 0), x.Rank - 2)];
        return Ops.Pad(x, margins, constantValues: FillValue)[.., ..MaxNumber];
    }
}

using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Flips some images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomFlip</c>. The shape stays.</remarks>
/// <param name="mode"><c>horizontal</c>, <c>vertical</c>, or <c>horizontal_and_vertical</c>, which flips both ways at once.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomFlip(string mode = "horizontal_and_vertical", int? seed = null, string? dataFormat = null)
    : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>Which way images are flipped.</summary>
    public string Mode { get; } = Require.OneOf(mode, ["horizontal", "vertical", "horizontal_and_vertical"]);

    private bool IsHorizontal => Mode != "vertical";

    private bool IsVertical => Mode != "horizontal";

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var flips = Ops.LessEqual(Uniform(images.Each, 0, 1, seed), 0.5);
        Tensor Flipped(Tensor given)
        {
            var x = Compute(given);
            x = IsHorizontal ? Ops.Where(flips, Ops.Flip(x, ChannelsFirst ? -1 : -2), x) : x;
            return IsVertical ? Ops.Where(flips, Ops.Flip(x, ChannelsFirst ? -2 : -3), x) : x;
        }

        return new ImageTransformation { Images = Flipped, Masks = Flipped, Boxes = boxes => Flip(boxes, images, RawOps.Squeeze(flips, 3)) };
    }

    private protected override ImageTransformation AtRest => new() { Images = Compute, Masks = Compute };

    private LabeledBoxes Flip(LabeledBoxes boxes, ImageFacts images, Tensor flips)
    {
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "rel_xyxy", images.Height, images.Width);
        var (x1, y1, x2, y2) = Ops.Split(boxes.Boxes, 4, -1);
        (x1, x2) = IsHorizontal ? (Ops.Where(flips, 1.0 - x2, x1), Ops.Where(flips, 1.0 - x1, x2)) : (x1, x2);
        (y1, y2) = IsVertical ? (Ops.Where(flips, 1.0 - y2, y1), Ops.Where(flips, 1.0 - y1, y2)) : (y1, y2);
        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes with { Boxes = Ops.Concatenate([x1, y1, x2, y2], -1) }, images.Height, images.Width);
        return Utils.BoundingBoxes.ConvertFormat(boxes, "rel_xyxy", BoundingBoxFormat!, images.Height, images.Width);
    }
}

using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Takes the middle of images; smaller images are resized, keeping the aspect ratio, and then cropped.</summary>
/// <remarks>Python: <c>keras.layers.CenterCrop</c>. From <c>(batch, h, w, channels)</c> to <c>(batch, height, width, channels)</c>.</remarks>
/// <param name="height">Height of the part.</param>
/// <param name="width">Width of the part.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class CenterCrop(int height, int width, string? dataFormat = null)
    : BaseImagePreprocessingLayer(dataFormat)
{
    /// <summary>Height of the part.</summary>
    public int Height { get; } = Require.Positive(height);

    /// <summary>Width of the part.</summary>
    public int Width { get; } = Require.Positive(width);

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) =>
        new() { Images = Cropped, Masks = Cropped, Boxes = boxes => Cropped(boxes, images) };

    private Tensor Cropped(Tensor images)
    {
        var (x, facts) = (Compute(images), new ImageFacts(images, ChannelsFirst));
        return IsSmaller(facts)
            ? Ops.Image.Resize(x, (Height, Width), cropToAspectRatio: true, dataFormat: DataFormat)
            : Part(x, RawOps.FloorDiv(RawOps.Sub(facts.Height, Height), 2), RawOps.FloorDiv(RawOps.Sub(facts.Width, Width), 2), Height, Width);
    }

    private bool IsSmaller(ImageFacts images) => (images.Known.Height >= 0 && images.Known.Height < Height) || (images.Known.Width >= 0 && images.Known.Width < Width);

    private LabeledBoxes Cropped(LabeledBoxes boxes, ImageFacts images)
    {
        if (images.Known is not (>= 0, >= 0))
        {
            throw new ArgumentException($"Layer '{Name}' crops bounding boxes of images of known height and width only. Give them in Keras.Input.");
        }

        var (height, width) = images.Known;
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "xyxy", height, width);
        if (IsSmaller(images))
        {
            var part = (Height: Math.Max(Math.Min(height, (int)((double)width * Height / Width)), 1), Width: Math.Max(Math.Min(width, (int)((double)height * Width / Height)), 1));
            boxes = boxes with { Boxes = Utils.BoundingBoxes.Crop(boxes.Boxes, (height - part.Height) / 2, (width - part.Width) / 2, part.Height, part.Width) };
            boxes = Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", "rel_xyxy", part.Height, part.Width);
            boxes = Utils.BoundingBoxes.ConvertFormat(boxes, "rel_xyxy", "xyxy", Height, Width);
        }
        else
        {
            boxes = boxes with { Boxes = Utils.BoundingBoxes.Crop(boxes.Boxes, (height - Height) / 2, (width - Width) / 2, Height, Width) };
        }

        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes, Height, Width);
        return Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", BoundingBoxFormat!, Height, Width);
    }
}

using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Gives images another height and width.</summary>
/// <remarks>Python: <c>keras.layers.Resizing</c>. From <c>(batch, h, w, channels)</c> to <c>(batch, height, width, channels)</c>; the type stays.</remarks>
/// <param name="height">New height.</param>
/// <param name="width">New width.</param>
/// <param name="interpolation"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c>, <c>lanczos3</c>, <c>lanczos5</c> or <c>area</c>.</param>
/// <param name="cropToAspectRatio">Whether the middle of the image with the new aspect ratio is taken first.</param>
/// <param name="padToAspectRatio">Whether margins give the image the new aspect ratio first.</param>
/// <param name="fillMode">How margins are filled: <c>constant</c>.</param>
/// <param name="fillValue">What margins are filled with.</param>
/// <param name="antialias">Whether pixels are averaged when the image becomes smaller.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class Resizing(
    int height, int width, string interpolation = "bilinear", bool cropToAspectRatio = false, bool padToAspectRatio = false, string fillMode = "constant", double fillValue = 0.0, bool antialias = false,
    string? dataFormat = null)
    : BaseImagePreprocessingLayer(dataFormat)
{
    /// <summary>New height.</summary>
    public int Height { get; } = Require.Positive(height);

    /// <summary>New width.</summary>
    public int Width { get; } = Require.Positive(width);

    /// <summary>How new pixels are made of old ones.</summary>
    public string Interpolation { get; } = Require.OneOf(interpolation, ["bilinear", "nearest", "lanczos3", "lanczos5", "bicubic", "area"]);

    /// <summary>Whether the middle of the image with the new aspect ratio is taken first.</summary>
    public bool CropToAspectRatio { get; } = cropToAspectRatio;

    /// <summary>Whether margins give the image the new aspect ratio first.</summary>
    public bool PadToAspectRatio { get; } = padToAspectRatio;

    /// <summary>How margins are filled.</summary>
    public string FillMode { get; } = fillMode;

    /// <summary>What margins are filled with.</summary>
    public double FillValue { get; } = fillValue;

    /// <summary>Whether pixels are averaged when the image becomes smaller.</summary>
    public bool Antialias { get; } = antialias;

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) =>
        new() { Images = x => Resized(x, Interpolation), Masks = x => Resized(x, "nearest"), Boxes = boxes => Resized(boxes, images) };

    private Tensor Resized(Tensor x, string interpolation) =>
        Ops.Image.Resize(x, (Height, Width), interpolation, Antialias, CropToAspectRatio, PadToAspectRatio, FillMode, FillValue, DataFormat);

    private LabeledBoxes Resized(LabeledBoxes boxes, ImageFacts images)
    {
        var empty = RawOps.LogicalOr(Ops.All(Ops.Equal(boxes.Boxes, -1.0), -1, true), Ops.All(Ops.Equal(boxes.Boxes, 0.0), -1, true));
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "xyxy", images.Height, images.Width);
        boxes = boxes with { Boxes = Moved(boxes.Boxes, Ops.Cast(images.Height, DataType.Float32), Ops.Cast(images.Width, DataType.Float32)) };
        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes, Height, Width);
        boxes = boxes with { Boxes = Ops.Where(empty, Ops.ZerosLike(boxes.Boxes), boxes.Boxes) };
        return Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", BoundingBoxFormat!, Height, Width);
    }

    private Tensor Moved(Tensor boxes, Tensor height, Tensor width)
    {
        var (scaleX, scaleY) = ((double)Width / width, (double)Height / height);
        var (shiftX, shiftY) = (Ops.ZerosLike(width), Ops.ZerosLike(height));
        if (PadToAspectRatio)
        {
            scaleX = scaleY = Ops.Minimum(scaleX, scaleY);
            (shiftX, shiftY) = (Ops.FloorDivide(Width - (width * scaleX), 2.0), Ops.FloorDivide(Height - (height * scaleY), 2.0));
        }
        else if (CropToAspectRatio)
        {
            var ratio = width / height;
            var isWider = Ops.Greater(ratio, (double)Width / Height);
            var (newWidth, newHeight) = (Ops.Where(isWider, Height * ratio, (double)Width), Ops.Where(isWider, (double)Height, Width / ratio));
            (scaleX, scaleY) = (newWidth / width, newHeight / height);
            (shiftX, shiftY) = (-Ops.FloorDivide(newWidth - (double)Width, 2.0), -Ops.FloorDivide(newHeight - (double)Height, 2.0));
        }

        return (boxes * RawOps.Pack([scaleX, scaleY, scaleX, scaleY])) + RawOps.Pack([shiftX, shiftY, shiftX, shiftY]);
    }
}

namespace KerasNet.Layers;

/// <summary>Zooms into images or out of them in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomZoom</c>. The shape stays.</remarks>
/// <param name="heightFactor">Change of the visible height: positive zooms out, negative in. A number f for -f to f, or a range above -1 and up to 1.</param>
/// <param name="widthFactor">Change of the visible width, likewise; null: as the height, so that the aspect ratio stays.</param>
/// <param name="fillMode">What lies outside of the image: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
/// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="fillValue">The number outside, for <c>constant</c>.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomZoom(
    NumberRange heightFactor, NumberRange? widthFactor = null, string fillMode = "reflect", string interpolation = "bilinear", int? seed = null, double fillValue = 0.0, string? dataFormat = null)
    : BaseProjectionLayer(fillMode, interpolation, seed, fillValue, dataFormat)
{
    private readonly NumberRange _height = Range(heightFactor, "height_factor");
    private readonly NumberRange? _width = widthFactor is { } width ? Range(width, "width_factor") : (NumberRange?)null;

    /// <summary>Change of the height, as given.</summary>
    public NumberRange HeightFactor { get; } = heightFactor;

    /// <summary>Change of the width, as given; null: as the height.</summary>
    public NumberRange? WidthFactor { get; } = widthFactor;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var vertical = Uniform([images.Batch, 1], 1 + _height.Lower, 1 + _height.Upper, seed);
        var horizontal = _width is { } width ? Uniform([images.Batch, 1], 1 + width.Lower, 1 + width.Upper, seed) : vertical;
        var left = (Ops.Cast(images.Width, horizontal.DType) - 1.0) / 2.0 * (1.0 - horizontal);
        var top = (Ops.Cast(images.Height, vertical.DType) - 1.0) / 2.0 * (1.0 - vertical);
        return Projection(Matrix(vertical, horizontal, 0, left, 0, vertical, top, 0, 0), boxes => Zoomed(boxes, images, (left, horizontal), (top, vertical)));
    }

    private static NumberRange Range(NumberRange factor, string name) => factor.Checked(
        name, "The `height_factor` and `width_factor` arguments should be a number (or a list of two numbers) in the range (-1.0, 1.0].", n => n is > -1 and <= 1);

    private LabeledBoxes Zoomed(LabeledBoxes boxes, ImageFacts images, (Tensor Start, Tensor Zoom) x, (Tensor Start, Tensor Zoom) y)
    {
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "xyxy", images.Height, images.Width);
        var ((left, width), (top, height)) = (Seen(x, images.Width), Seen(y, images.Height));
        var (x1, y1, x2, y2) = Ops.Split(boxes.Boxes, 4, -1);
        Tensor Inside(Tensor at, Tensor start, Tensor size) => Ops.Clip(at, start, start + size) - start;
        boxes = boxes with { Boxes = Ops.Concatenate([Inside(x1, left, width), Inside(y1, top, height), Inside(x2, left, width), Inside(y2, top, height)], -1) };
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", "rel_xyxy", height, width);
        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes, boundingBoxFormat: "rel_xyxy");
        return Utils.BoundingBoxes.ConvertFormat(boxes, "rel_xyxy", BoundingBoxFormat!, images.Height, images.Width);
    }

    /// <summary>Where the part begins that is seen, and how long it is: on axes of boxes.</summary>
    private static (Tensor Start, Tensor Size) Seen((Tensor Start, Tensor Zoom) axis, Tensor length) =>
        (RawOps.ExpandDims(axis.Start, 1), RawOps.ExpandDims(axis.Zoom * Ops.Cast(length, axis.Zoom.DType), 1));
}

namespace KerasNet.Layers;

/// <summary>Shears images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomShear</c>. The shape stays.</remarks>
/// <param name="xFactor">How far rows move against each other: a number f for -f to f, or a range within 0 to 1; null: 0.</param>
/// <param name="yFactor">How far columns move, likewise.</param>
/// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
/// <param name="fillMode">What lies outside of the image: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
/// <param name="fillValue">The number outside, for <c>constant</c>.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomShear(
    NumberRange? xFactor = null, NumberRange? yFactor = null, string interpolation = "bilinear", string fillMode = "reflect", double fillValue = 0.0, string? dataFormat = null, int? seed = null)
    : BaseProjectionLayer(fillMode, interpolation, seed, fillValue, dataFormat)
{
    /// <summary>The range of rows.</summary>
    public NumberRange XFactor { get; } = Range(xFactor, "x_factor");

    /// <summary>The range of columns.</summary>
    public NumberRange YFactor { get; } = Range(yFactor, "y_factor");

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var type = DType.ComputeDType;
        var invert = Uniform([images.Batch, 1], 0, 1, seed, type);
        invert = Ops.Where(Ops.Greater(invert, 0.5), -Ops.OnesLike(invert), Ops.OnesLike(invert));
        var y = Uniform([images.Batch, 1], YFactor, seed, type) * invert;
        var x = Uniform([images.Batch, 1], XFactor, seed, type) * invert;
        return Projection(Matrix(x, 1, x, 0, y, 1, 0, 0, 0), boxes => Sheared(boxes, images, x, y));
    }

    /// <summary>A range from -f to f is what Keras writes for a number f, though it does not read it.</summary>
    private static NumberRange Range(NumberRange? factor, string name)
    {
        var range = factor ?? 0;
        var given = !range.IsNumber && range.Numbers.Length == 2 && range.Lower == -range.Upper ? range.Upper : range;
        return given.Checked(name, "The `factor` argument should be a number (or a list of two numbers) in the range [0, 1.0].", n => n is >= 0 and <= 1);
    }

    private LabeledBoxes Sheared(LabeledBoxes boxes, ImageFacts images, Tensor x, Tensor y)
    {
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "rel_xyxy", images.Height, images.Width, DType.ComputeDType);
        (x, y) = (RawOps.ExpandDims(x, 1), RawOps.ExpandDims(y, 1));
        var (x1, y1, x2, y2) = Ops.Split(boxes.Boxes, 4, -1);
        var left = Ops.Less(x, 0.0);
        (x1, x2) = (Ops.Where(left, x1 - (x * y1), x1 - (x * y2)), Ops.Where(left, x2 - (x * y2), x2 - (x * y1)));
        var up = Ops.Greater(y, 0.0);
        (y1, y2) = (Ops.Where(up, y1 - (y * x2), y1 - (y * x1)), Ops.Where(up, y2 - (y * x1), y2 - (y * x2)));
        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes with { Boxes = Ops.Concatenate([x1, y1, x2, y2], -1) }, boundingBoxFormat: "rel_xyxy");
        return Utils.BoundingBoxes.ConvertFormat(boxes, "rel_xyxy", BoundingBoxFormat!, images.Height, images.Width, DType.ComputeDType);
    }
}

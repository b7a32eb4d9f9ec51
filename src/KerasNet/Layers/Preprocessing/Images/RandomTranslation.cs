namespace KerasNet.Layers;

/// <summary>Moves images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomTranslation</c>. The shape stays.</remarks>
/// <param name="heightFactor">Share of the height by which images move down: a number f for -f to f, or a range within -1 to 1.</param>
/// <param name="widthFactor">Share of the width by which images move to the right, likewise.</param>
/// <param name="fillMode">What lies outside of the image: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
/// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="fillValue">The number outside, for <c>constant</c>.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomTranslation(
    NumberRange heightFactor, NumberRange widthFactor, string fillMode = "reflect", string interpolation = "bilinear", int? seed = null, double fillValue = 0.0, string? dataFormat = null)
    : BaseProjectionLayer(fillMode, interpolation, seed, fillValue, dataFormat)
{
    private readonly NumberRange _height = Range(heightFactor, "height_factor"), _width = Range(widthFactor, "width_factor");

    /// <summary>Share of the height, as given.</summary>
    public NumberRange HeightFactor { get; } = heightFactor;

    /// <summary>Share of the width, as given.</summary>
    public NumberRange WidthFactor { get; } = widthFactor;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var down = Uniform([images.Batch, 1], _height, seed);
        down *= Ops.Cast(images.Height, down.DType);
        var right = Uniform([images.Batch, 1], _width, seed);
        right *= Ops.Cast(images.Width, right.DType);
        return Projection(Matrix(right, 1, 0, -right, 0, 1, -down, 0, 0), boxes => Moved(boxes, images, right, down));
    }

    private static NumberRange Range(NumberRange factor, string name) =>
        factor.Checked(name, "The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0].", n => n is >= -1 and <= 1);

    private LabeledBoxes Moved(LabeledBoxes boxes, ImageFacts images, Tensor right, Tensor down)
    {
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "xyxy", images.Height, images.Width);
        var shift = RawOps.ExpandDims(Ops.Concatenate([right, down, right, down], 1), 1);
        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes with { Boxes = boxes.Boxes + shift }, images.Height, images.Width);
        return Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", BoundingBoxFormat!, images.Height, images.Width);
    }
}

namespace KerasNet.Layers;

/// <summary>Turns images in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomRotation</c>. The shape stays.</remarks>
/// <param name="factor">Turns, counter-clockwise when positive: a number f for -f to f, or a range within -1 to 1. 0.25 is 90 degrees.</param>
/// <param name="fillMode">What lies outside of the image: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
/// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="fillValue">The number outside, for <c>constant</c>.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomRotation(NumberRange factor, string fillMode = "reflect", string interpolation = "bilinear", int? seed = null, double fillValue = 0.0, string? dataFormat = null)
    : BaseProjectionLayer(fillMode, interpolation, seed, fillValue, dataFormat)
{
    /// <summary>The range of turns.</summary>
    public NumberRange Factor { get; } = factor.Within(-1, 1, "factor");

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var angle = Uniform([images.Batch, 1], Factor.Lower * 360.0, Factor.Upper * 360.0, seed);
        var radians = angle * (Math.PI / 180.0);
        var (cos, sin) = (Ops.Cos(radians), Ops.Sin(radians));
        var (x, y) = ((Ops.Cast(images.Width, angle.DType) - 1.0) * 0.5, (Ops.Cast(images.Height, angle.DType) - 1.0) * 0.5);
        var matrix = Matrix(angle, cos, -sin, x - (x * cos) + (y * sin), sin, cos, y - (x * sin) - (y * cos), 0, 0);
        return Projection(matrix, boxes => Turned(boxes, images, RawOps.Squeeze(angle, 1)));
    }

    private LabeledBoxes Turned(LabeledBoxes boxes, ImageFacts images, Tensor angle)
    {
        // As in Keras the boxes are taken for xyxy here, whatever their format is.
        var (zero, one) = (Ops.ZerosLike(angle), Ops.OnesLike(angle));
        var turned = Utils.BoundingBoxes.AffineTransform(boxes.Boxes, angle, zero, zero, one, zero, zero, images.Height, images.Width);
        var clipped = Utils.BoundingBoxes.ClipToImageSize(boxes with { Boxes = turned }, images.Height, images.Width);
        return Utils.BoundingBoxes.ConvertFormat(clipped, "xyxy", BoundingBoxFormat!, images.Height, images.Width);
    }
}

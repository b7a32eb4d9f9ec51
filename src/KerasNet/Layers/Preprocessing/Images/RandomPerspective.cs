using System.Globalization;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Shows some images from another point of view in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomPerspective</c>. The shape stays. Boxes come in the format in which they were given; Keras gives them as <c>xyxy</c>.</remarks>
/// <param name="factor">Share of images: a number f for a random share up to f, or a range within 0 to 1; null: 1.</param>
/// <param name="scale">How far corners move, from 0 to 1.</param>
/// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
/// <param name="fillValue">The number outside of the image.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomPerspective(NumberRange? factor = null, double scale = 1.0, string interpolation = "bilinear", double fillValue = 0.0, int? seed = null, string? dataFormat = null)
    : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The range of the share of images.</summary>
    public NumberRange Factor { get; } = (factor ?? 1).Within(0, 1, "factor");

    /// <summary>How far corners move.</summary>
    public double Scale { get; } = scale is >= 0 and <= 1
        ? scale
        : throw new ArgumentException($"The `scale` argument should be a number in the range [0,1]. Received: scale={scale.ToString(CultureInfo.InvariantCulture)}", nameof(scale));

    /// <summary><c>bilinear</c> or <c>nearest</c>.</summary>
    public string Interpolation { get; } = Require.OneOf(interpolation, ["nearest", "bilinear"]);

    /// <summary>The number outside of the image.</summary>
    public double FillValue { get; } = fillValue;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var type = DType.ComputeDType;
        var chosen = Raised(Chosen(images, Factor, seed));
        var moves = Uniform([images.Batch, 4, 2], -0.5 * Scale, 0.5 * Scale, seed, type);
        var (right, bottom) = (Ops.Cast(images.Width, type) - 1.0, Ops.Cast(images.Height, type) - 1.0);
        var zero = Ops.ZerosLike(right);
        var corners = Ops.Reshape(RawOps.Pack([zero, zero, right, zero, zero, bottom, right, bottom]), (1, 4, 2));
        var (start, end) = (corners + Ops.ZerosLike(moves), corners + (corners * moves));
        Tensor Projected(Tensor x, string how) => Ops.Where(chosen, Ops.Image.PerspectiveTransform(x, start, end, how, FillValue, DataFormat), x);
        return new ImageTransformation
        {
            Images = x => Projected(Compute(x), Interpolation),
            Masks = x => Projected(x, "nearest"),
            Boxes = boxes => Seen(boxes, images, RawOps.Squeeze(chosen, 3), Ops.Image.Homography(Ops.Cast(start, DataType.Float32), Ops.Cast(end, DataType.Float32))),
        };
    }

    private LabeledBoxes Seen(LabeledBoxes boxes, ImageFacts images, Tensor chosen, Tensor projection)
    {
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "xyxy", images.Height, images.Width);
        var back = Ops.Inv(Ops.Reshape(Ops.Concatenate([projection, Ops.OnesLike(projection[.., ..1])], -1), (-1, 3, 3)));
        var (x1, y1, x2, y2) = Ops.Split(boxes.Boxes, 4, -1);
        var (xs, ys) = (Ops.Concatenate([x1, x2, x1, x2], -1), Ops.Concatenate([y1, y2, y2, y1], -1));
        Tensor Projected(int row) => (Number(row, 0) * xs) + (Number(row, 1) * ys) + Number(row, 2);
        Tensor Number(int row, int column) => Ops.Reshape(back[.., row, column], (-1, 1, 1));
        var depth = Projected(2);
        (xs, ys) = (Projected(0) / depth, Projected(1) / depth);
        var moved = Ops.Concatenate([Ops.Min(xs, -1, true), Ops.Min(ys, -1, true), Ops.Max(xs, -1, true), Ops.Max(ys, -1, true)], -1);
        boxes = Utils.BoundingBoxes.ClipToImageSize(boxes with { Boxes = Ops.Where(chosen, moved, boxes.Boxes) }, images.Height, images.Width);
        return Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", BoundingBoxFormat!, images.Height, images.Width);
    }
}

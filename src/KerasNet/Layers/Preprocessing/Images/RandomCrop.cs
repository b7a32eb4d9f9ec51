using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Takes a random part of images in training; smaller images are resized to the part's size.</summary>
/// <remarks>Python: <c>keras.layers.RandomCrop</c>. From <c>(batch, h, w, channels)</c> to <c>(batch, height, width, channels)</c> in training; at rest images stay whole, as in Keras. Height and width of images must be known.</remarks>
/// <param name="height">Height of the part.</param>
/// <param name="width">Width of the part.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">An argument is out of range or unknown.</exception>
public sealed class RandomCrop(int height, int width, int? seed = null, string? dataFormat = null)
    : BaseRandomImageLayer(dataFormat, seed)
{
    private readonly int _height = Require.Positive(height), _width = Require.Positive(width);

    /// <summary>Height of the part.</summary>
    public int Height => _height;

    /// <summary>Width of the part.</summary>
    public int Width => _width;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var (height, width) = Known(images);
        if (height <= Height || width <= Width)
        {
            return Resting(images, training: true);
        }

        var top = Start(height - Height, seed);
        var left = Start(width - Width, seed);
        Tensor Cropped(Tensor x) => Part(Compute(x), top, left, Height, Width);
        return new ImageTransformation { Images = Cropped, Masks = Cropped, Boxes = boxes => Shifted(boxes, top, left) };
    }

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) =>
        training ? base.Transformation(images, training, seed) : Resting(images, training: false);

    private static (int Height, int Width) Known(ImageFacts images) => images.Known is (>= 0, >= 0)
        ? images.Known
        : throw new ArgumentException($"RandomCrop requires the input to have a fully defined height and width. Received: height={images.Known.Height}, width={images.Known.Width} (-1 is unknown). Give them in Keras.Input.");

    private static Tensor Start(int room, RandomSeed seed) => Ops.Cast(Uniform([], 0, room + 1, seed), DataType.Int32);

    /// <summary>What is done without random numbers: the part begins where one of its aspect ratio would, and is resized where the image is too small.</summary>
    private ImageTransformation Resting(ImageFacts images, bool training)
    {
        var (height, width) = Known(images);
        var top = (height - Math.Max(Math.Min(height, (int)((double)width * Height / Width)), 1)) / 2;
        var left = (width - Math.Max(Math.Min(width, (int)((double)height * Width / Height)), 1)) / 2;
        return new ImageTransformation
        {
            Images = x => training ? Resized(x, top, left) : x,
            Masks = x => Resized(x, top, left),
            Boxes = boxes => training ? Shifted(boxes, top, left) : boxes,
        };
    }

    private Tensor Resized(Tensor images, int top, int left)
    {
        var facts = new ImageFacts(images, ChannelsFirst);
        var part = Part(Compute(images), top, left, Math.Min(Height, facts.Known.Height - top), Math.Min(Width, facts.Known.Width - left));
        return Ops.Image.Resize(part, (Height, Width), dataFormat: DataFormat);
    }

    /// <summary>As in Keras the first coordinate moves with the top and the second with the left.</summary>
    private LabeledBoxes Shifted(LabeledBoxes boxes, Tensor top, Tensor left)
    {
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, BoundingBoxFormat!, "xyxy", Height, Width);
        var shift = RawOps.Cast(RawOps.Pack([top, left, top, left]), boxes.Boxes.DType);
        boxes = boxes with { Boxes = Ops.Maximum(boxes.Boxes - shift, 0.0) };
        return Utils.BoundingBoxes.ConvertFormat(boxes, "xyxy", BoundingBoxFormat!, Height, Width);
    }
}

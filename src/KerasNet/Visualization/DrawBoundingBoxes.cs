using KerasNet.Internal;
using KerasNet.Plotting;

namespace KerasNet;

public static partial class Visualization
{
    // OpenCV's letters, which Keras draws, are about this high at scale 1, and lie this far above the line's lower edge.
    private const double LetterSize = 30;
    private const double Baseline = 0.65;

    /// <summary>Draws boxes upon pictures, with the names of their classes.</summary>
    /// <remarks>Python: <c>keras.visualization.draw_bounding_boxes</c>. Lines and letters are our own, their places Keras's.</remarks>
    /// <param name="images">Pictures <c>(batch, height, width, channels)</c>; floats up to 1 are taken as shares of 255.</param>
    /// <param name="boundingBoxes"><c>boxes</c> <c>(batch, boxes, 4)</c>, <c>labels</c> <c>(batch, boxes)</c>, where -1 is no box, and maybe <c>confidences</c>, likewise.</param>
    /// <param name="boundingBoxFormat"><c>xyxy</c>, <c>yxyx</c>, <c>xywh</c>, <c>center_xywh</c>, <c>rel_xyxy</c>, ….</param>
    /// <param name="classMapping">Names of classes; boxes of others have none.</param>
    /// <param name="color">Red, green, blue; null: grey.</param>
    /// <param name="lineThickness">Width of lines in pixels.</param>
    /// <param name="textThickness">Width of letters' strokes in pixels; 0: as lines.</param>
    /// <param name="fontScale">Size of letters.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <returns>Bytes of the shape of <paramref name="images"/>.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or boxes or labels are missing.</exception>
    public static Tensor DrawBoundingBoxes(
        Tensor images, IReadOnlyDictionary<string, Tensor> boundingBoxes, string boundingBoxFormat, IReadOnlyDictionary<int, string>? classMapping = null, (int Red, int Green, int Blue)? color = null,
        int lineThickness = 2, int textThickness = 1, double fontScale = 1.0, string? dataFormat = null)
    {
        images = Last(images, dataFormat);
        if (!boundingBoxes.TryGetValue("boxes", out var boxes) || !boundingBoxes.TryGetValue("labels", out var labels))
        {
            throw new ArgumentException($"`bounding_boxes` should be a dict containing 'boxes' and 'labels' keys. Received: {string.Join(", ", boundingBoxes.Keys)}", nameof(boundingBoxes));
        }

        var (batch, height, width, channels) = (images.Shape[0], images.Shape[1], images.Shape[2], images.Shape[3]);
        boxes = Utils.BoundingBoxes.ConvertFormat(boxes, boundingBoxFormat, "xyxy", height, width);
        if (boxes.Rank != 3 || boxes.Shape[0] != batch || labels.Rank != 2 || labels.Shape[0] != batch || labels.Shape[1] != boxes.Shape[1])
        {
            throw new ArgumentException($"Expected boxes of shape ({batch}, boxes, 4) and labels of shape ({batch}, boxes). Received: {boxes.Shape} and {labels.Shape}.", nameof(boundingBoxes));
        }

        float[] corners = Ops.Cast(boxes, DataType.Float32).ToArray<float>(), classes = Ops.Cast(labels, DataType.Float32).ToArray<float>();
        var confidences = boundingBoxes.TryGetValue("confidences", out var given) ? Ops.Cast(given, DataType.Float32).ToArray<float>() : null;
        var (paint, count) = (ColorOf(color ?? (128, 128, 128)), boxes.Shape[1]);
        var middle = lineThickness % 2 / 2.0;
        var bytes = Bytes(images).ToArray<byte>();
        for (var i = 0; i < batch; i++)
        {
            var pixels = bytes.AsSpan(i * height * width * channels, height * width * channels);
            var canvas = Canvas.Of(pixels, height, width, channels);
            for (var j = i * count; j < (i + 1) * count; j++)
            {
                var c = (int)classes[j];
                if (c == -1)
                {
                    continue;
                }

                var (x1, y1, x2, y2) = ((int)corners[4 * j], (int)corners[(4 * j) + 1], (int)corners[(4 * j) + 2], (int)corners[(4 * j) + 3]);
                canvas.Frame(x1 + middle, y1 + middle, x2 + middle, y2 + middle, lineThickness, paint);
                if (classMapping is not null && classMapping.TryGetValue(c, out var name))
                {
                    var thick = textThickness == 0 ? lineThickness : textThickness;
                    var (x, y) = TextPlace(x1, y1, fontScale, thick);
                    canvas.Text(confidences is null ? name : $"{name} | {PythonNumber.Fixed(confidences[j], 2)}", x, y - (Baseline * LetterSize * fontScale), LetterSize * fontScale, paint, thick);
                }
            }

            canvas.Pixels.CopyTo(pixels);
        }

        var drawn = Tensor.Create<byte>(bytes, images.Shape);
        return ImageLayout.IsChannelsFirst(dataFormat) ? Ops.Transpose(drawn, [0, 3, 1, 2]) : drawn;
    }

    /// <summary>Above the box, or inside where there is no place above.</summary>
    private static (int X, int Y) TextPlace(int x, int y, double fontScale, int thickness)
    {
        var height = (int)(fontScale * 12);
        return y - 8 - (2 * height) > 0 ? (x, y - 8) : (x + 3, y + (2 * height) + thickness + 3);
    }

    private static Tensor Bytes(Tensor images)
    {
        if (images.DType.IsFloating() && images.Size > 0)
        {
            images = Ops.Max(images).ToDouble() <= 1 ? Ops.Clip(images, 0, 1) * 255f : Ops.Clip(images, 0, 255);
        }

        return Ops.Cast(images, DataType.UInt8);
    }
}

namespace KerasNet;

public static partial class Visualization
{
    /// <summary>Lays masks of classes upon pictures.</summary>
    /// <remarks>Python: <c>keras.visualization.draw_segmentation_masks</c>.</remarks>
    /// <param name="images">Pictures <c>(batch, height, width, 3)</c>.</param>
    /// <param name="segmentationMasks">Class of each pixel, <c>(batch, height, width, 1)</c> or without the last axis.</param>
    /// <param name="numClasses">Classes below this number are drawn; null: the greatest that is met, so that it itself is not.</param>
    /// <param name="colorMapping">Red, green and blue of the classes from 0 on; null: colours of our own, those of Keras.</param>
    /// <param name="alpha">Share of the mask's colour.</param>
    /// <param name="blend">False: the colours themselves, in floats.</param>
    /// <param name="ignoreIndex">Class that is not drawn.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <returns>Bytes <c>(batch, height, width, 3)</c>, whatever <paramref name="dataFormat"/> is.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, the masks are no integers, or a class has no colour.</exception>
    public static Tensor DrawSegmentationMasks(
        Tensor images, Tensor segmentationMasks, int? numClasses = null, IReadOnlyDictionary<int, (int Red, int Green, int Blue)>? colorMapping = null, double alpha = 0.8, bool blend = true, int ignoreIndex = -1,
        string? dataFormat = null)
    {
        images = Ops.Cast(Last(images, dataFormat), DataType.Float32);
        segmentationMasks = segmentationMasks.Rank == 3 ? segmentationMasks : ImageLayout.IsChannelsFirst(dataFormat) ? Ops.Squeeze(segmentationMasks, 1) : Ops.Squeeze(segmentationMasks, -1);
        if (!segmentationMasks.DType.IsInteger())
        {
            throw new ArgumentException($"`segmentation_masks` must be in integer dtype. Received: segmentation_masks.dtype={segmentationMasks.DType.Name()}", nameof(segmentationMasks));
        }

        if (images.Shape[3] != 3 || !segmentationMasks.Shape.Equals(images.Shape[..3]))
        {
            throw new ArgumentException($"Expected images of 3 channels and masks of their shape. Received: {images.Shape} and {segmentationMasks.Shape}.", nameof(segmentationMasks));
        }

        var classes = numClasses ?? (int)Ops.Max(segmentationMasks).ToDouble();
        var (pixels, of) = (images.ToArray<float>(), Ops.Cast(segmentationMasks, DataType.Int64).ToArray<long>());
        for (var i = 0; i < of.Length; i++)
        {
            if (of[i] < 0 || of[i] >= classes)
            {
                continue;
            }

            var (red, green, blue) = Color((int)of[i], colorMapping);
            (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]) = (red, green, blue);
        }

        var drawn = Tensor.Create<float>(pixels, images.Shape);
        if (!blend)
        {
            return drawn;
        }

        drawn = (images * (1 - alpha)) + (drawn * alpha);
        return Ops.Cast(Ops.Where(Ops.ExpandDims(Ops.NotEqual(segmentationMasks, ignoreIndex), -1), drawn, images), DataType.UInt8);
    }

    private static (int Red, int Green, int Blue) Color(int index, IReadOnlyDictionary<int, (int Red, int Green, int Blue)>? mapping) => mapping is null
        ? ((int)(index * ((1L << 25) - 1) % 255), (int)(index * ((1L << 15) - 1) % 255), (int)(index * ((1L << 21) - 1) % 255))
        : mapping.TryGetValue(index, out var color) ? color : throw new ArgumentException($"color_mapping has no colour for class {index}. It has: {string.Join(", ", mapping.Keys)}.", nameof(mapping));
}

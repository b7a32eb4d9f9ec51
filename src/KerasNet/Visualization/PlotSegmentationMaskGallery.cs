namespace KerasNet;

public static partial class Visualization
{
    /// <summary>Pictures, each beside itself with its true and its predicted mask.</summary>
    /// <remarks>Python: <c>keras.visualization.plot_segmentation_mask_gallery</c>.</remarks>
    /// <param name="images">Pictures <c>(batch, height, width, 3)</c>.</param>
    /// <param name="numClasses">Classes below this number are drawn.</param>
    /// <param name="valueRange">What is black and what is white; null: 0 and 255.</param>
    /// <param name="yTrue">True class of each pixel, as for <see cref="DrawSegmentationMasks"/>.</param>
    /// <param name="yPred">Predicted class of each pixel, likewise.</param>
    /// <param name="colorMapping">Colours of the classes.</param>
    /// <param name="blend">False: the colours themselves.</param>
    /// <param name="alpha">Share of the mask's colour.</param>
    /// <param name="ignoreIndex">Class that is not drawn.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="scale">Inches of a picture.</param>
    /// <param name="path">A file; null: none is written.</param>
    /// <param name="transparent">Whether what no picture covers is transparent.</param>
    /// <param name="dpi">Pixels of an inch.</param>
    /// <returns>The gallery, as <see cref="PlotImageGallery"/> gives it: a row for each picture.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public static Tensor PlotSegmentationMaskGallery(
        Tensor images, int numClasses, (double Low, double High)? valueRange = null, Tensor? yTrue = null, Tensor? yPred = null, IReadOnlyDictionary<int, (int Red, int Green, int Blue)>? colorMapping = null, bool blend = true,
        double alpha = 0.8, int ignoreIndex = -1, string? dataFormat = null, double scale = 2, string? path = null, bool transparent = true, int dpi = 60)
    {
        images = Ops.Cast(Last(images, dataFormat), DataType.Float32);
        var columns = new List<Tensor> { images };
        foreach (var mask in new[] { yTrue, yPred }.OfType<Tensor>())
        {
            var last = mask.Rank == 4 && ImageLayout.IsChannelsFirst(dataFormat) ? Ops.Transpose(mask, [0, 2, 3, 1]) : mask;
            columns.Add(Ops.Cast(DrawSegmentationMasks(images, Ops.Cast(last, DataType.Int32), numClasses, colorMapping, alpha, blend, ignoreIndex, "channels_last"), DataType.Float32));
        }

        var (batch, each) = (images.Shape[0], images.Shape[1..]);
        var together = Ops.Reshape(Ops.Stack(new Tensors(columns), 1), each.Insert(0, batch * columns.Count));
        return PlotImageGallery(together, rows: batch, cols: columns.Count, valueRange: valueRange, scale: scale, path: path, transparent: transparent, dpi: dpi, dataFormat: "channels_last");
    }
}

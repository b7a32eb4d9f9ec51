namespace KerasNet;

public static partial class Visualization
{
    /// <summary>Pictures with true and predicted boxes side by side.</summary>
    /// <remarks>Python: <c>keras.visualization.plot_bounding_box_gallery</c>.</remarks>
    /// <param name="images">Pictures <c>(batch, height, width, channels)</c>.</param>
    /// <param name="boundingBoxFormat">As for <see cref="DrawBoundingBoxes"/>.</param>
    /// <param name="yTrue">True boxes and labels, as for <see cref="DrawBoundingBoxes"/>.</param>
    /// <param name="yPred">Predicted ones, likewise.</param>
    /// <param name="valueRange">What is black and what is white; null: 0 and 255.</param>
    /// <param name="trueColor">Colour of true boxes; null: blue.</param>
    /// <param name="predColor">Colour of predicted boxes; null: yellow.</param>
    /// <param name="lineThickness">Width of lines in pixels.</param>
    /// <param name="fontScale">Size of letters.</param>
    /// <param name="textThickness">Width of letters' strokes in pixels; null: as lines.</param>
    /// <param name="classMapping">Names of classes.</param>
    /// <param name="groundTruthMapping">Names of true classes; null: <paramref name="classMapping"/>.</param>
    /// <param name="predictionMapping">Names of predicted classes; null: <paramref name="classMapping"/>.</param>
    /// <param name="legend">Whether it is said which colour is which.</param>
    /// <param name="legendHandles">Another legend.</param>
    /// <param name="rows">Rows of the gallery.</param>
    /// <param name="cols">Columns of the gallery.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="scale">Inches of a picture.</param>
    /// <param name="path">A file; null: none is written.</param>
    /// <param name="transparent">Whether what no picture covers is transparent.</param>
    /// <param name="dpi">Pixels of an inch.</param>
    /// <returns>The gallery, as <see cref="PlotImageGallery"/> gives it.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or both kinds of legend are given.</exception>
    public static Tensor PlotBoundingBoxGallery(
        Tensor images, string boundingBoxFormat, IReadOnlyDictionary<string, Tensor>? yTrue = null, IReadOnlyDictionary<string, Tensor>? yPred = null, (double Low, double High)? valueRange = null,
        (int Red, int Green, int Blue)? trueColor = null, (int Red, int Green, int Blue)? predColor = null, int lineThickness = 2, double fontScale = 1.0, int? textThickness = null,
        IReadOnlyDictionary<int, string>? classMapping = null, IReadOnlyDictionary<int, string>? groundTruthMapping = null, IReadOnlyDictionary<int, string>? predictionMapping = null, bool legend = false,
        IReadOnlyList<(string Label, (int Red, int Green, int Blue) Color)>? legendHandles = null, int? rows = null, int? cols = null, string? dataFormat = null, double scale = 2, string? path = null, bool transparent = true, int dpi = 60)
    {
        images = Last(images, dataFormat);
        var (ofTruth, ofPrediction) = (trueColor ?? (0, 188, 212), predColor ?? (255, 235, 59));
        foreach (var (boxes, color, names) in new[] { (yTrue, ofTruth, groundTruthMapping), (yPred, ofPrediction, predictionMapping) })
        {
            images = boxes is null ? images : DrawBoundingBoxes(images, boxes, boundingBoxFormat, names ?? classMapping, color, lineThickness, textThickness ?? 0, fontScale, "channels_last");
        }

        if (legend)
        {
            legendHandles = legendHandles is null or { Count: 0 } ? [("Ground Truth", ofTruth), ("Prediction", ofPrediction)]
                : throw new ArgumentException("Only pass `legend` OR `legend_handles` to `keras.visualization.plot_bounding_box_gallery()`.", nameof(legend));
        }

        return PlotImageGallery(images, rows: rows, cols: cols, valueRange: valueRange, scale: scale, path: path, transparent: transparent, dpi: dpi, legendHandles: legendHandles, dataFormat: "channels_last");
    }
}

using KerasNet.Internal;
using KerasNet.Plotting;

namespace KerasNet;

public static partial class Visualization
{
    private const double TitlePoints = 8;

    /// <summary>Pictures side by side.</summary>
    /// <remarks>Python: <c>keras.visualization.plot_image_gallery</c>. Without a path the gallery is only given back.</remarks>
    /// <param name="images">Pictures <c>(batch, height, width, channels)</c>.</param>
    /// <param name="yTrue">Class of each picture, shown above it with its name.</param>
    /// <param name="yPred">Predicted class of each picture, likewise.</param>
    /// <param name="labelMap">Names of the classes.</param>
    /// <param name="rows">Rows; null: as many as make a square.</param>
    /// <param name="cols">Columns; null: as many as are needed, as Keras rounds.</param>
    /// <param name="valueRange">What is black and what is white; null: 0 and 255.</param>
    /// <param name="scale">Inches of a picture.</param>
    /// <param name="path">A file; null: none is written.</param>
    /// <param name="show">True is refused: there is no window.</param>
    /// <param name="transparent">Whether what no picture covers is transparent, where the file can be.</param>
    /// <param name="dpi">Pixels of an inch.</param>
    /// <param name="legendHandles">Texts and colours of a legend at the bottom.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <returns>The gallery: bytes <c>(height, width, 4)</c>, or 3 channels where it is not transparent.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or classes are given without names.</exception>
    /// <exception cref="NotSupportedException"><paramref name="show"/> is true.</exception>
    public static Tensor PlotImageGallery(
        Tensor images, Tensor? yTrue = null, Tensor? yPred = null, IReadOnlyDictionary<int, string>? labelMap = null, int? rows = null, int? cols = null, (double Low, double High)? valueRange = null, double scale = 2,
        string? path = null, bool? show = null, bool transparent = true, int dpi = 60, IReadOnlyList<(string Label, (int Red, int Green, int Blue) Color)>? legendHandles = null, string? dataFormat = null)
    {
        if (show == true)
        {
            throw path is not null ? new ArgumentException("plot_gallery() expects either `path` to be set, or `show` to be true.", nameof(show))
                : new NotSupportedException("There is no window to show a gallery in. Give a path, or use the picture that is given back.");
        }

        if ((yTrue is not null || yPred is not null) && labelMap is null)
        {
            throw new ArgumentException("If `y_true` or `y_pred` are provided, a `label_map` must also be provided.", nameof(labelMap));
        }

        images = Last(images, dataFormat);
        var batch = images.Shape[0];
        var down = Require.Positive(rows ?? (int)Math.Ceiling(Math.Sqrt(batch)), nameof(rows));
        var across = Require.Positive(cols ?? Math.Max(1, batch / down), nameof(cols));
        var (low, high) = valueRange ?? (0, 255);
        images = Ops.Cast(((Ops.Cast(images, DataType.Float32) - low) / (high - low)) * 255.0, DataType.UInt8);
        var titles = Enumerable.Range(0, batch).Select(i => Title(i, yTrue, yPred, labelMap)).ToArray();
        var cell = Require.Positive(scale, nameof(scale)) * Require.Positive(dpi, nameof(dpi));
        var letters = TitlePoints * dpi / 72;
        var head = Array.TrueForAll(titles, t => t.Length == 0) ? 0 : 1.5 * letters;
        var foot = legendHandles is { Count: > 0 } ? 2.5 * letters : 0;
        var clear = transparent && Path.GetExtension(path ?? ".png").ToLowerInvariant() is ".png";
        var canvas = new Canvas((int)Math.Ceiling((down * (cell + head)) + foot), (int)Math.Ceiling(across * cell), clear ? 4 : 3);
        if (!clear)
        {
            canvas.Fill(0, 0, canvas.Width, canvas.Height, Plotting.Color.White);
        }

        var (height, width, channels) = (images.Shape[1], images.Shape[2], images.Shape[3]);
        var (bytes, fit) = (images.ToArray<byte>(), cell / Math.Max(height, width));
        for (var i = 0; i < Math.Min(batch, down * across); i++)
        {
            var (x, y) = (i % across * cell, (i / across * (cell + head)) + head);
            canvas.Text(titles[i], x + Math.Max(0, (cell - (titles[i].Length * StrokeFont.Advance * letters)) / 2), y - (1.2 * letters), letters, Plotting.Color.Black, Math.Max(1, letters / 10));
            canvas.Picture(bytes.AsSpan(i * height * width * channels, height * width * channels), height, width, channels, x + ((cell - (width * fit)) / 2), y + ((cell - (height * fit)) / 2), width * fit, height * fit);
        }

        Legend(canvas, legendHandles ?? [], letters);
        var gallery = Tensor.Create<byte>(canvas.Pixels, (canvas.Height, canvas.Width, clear ? 4 : 3));
        if (path is not null)
        {
            PictureFile.Write(path, gallery, Path.GetExtension(path) is { Length: > 0 } end ? end.TrimStart('.') : "png");
        }

        return gallery;
    }

    private static string Title(int index, Tensor? yTrue, Tensor? yPred, IReadOnlyDictionary<int, string>? names)
    {
        string? Part(string what, Tensor? of) => of is null || index >= of.Shape[0] ? null : $"{what}: {names!.GetValueOrDefault((int)Ops.Cast(of, DataType.Int32).ToArray<int>()[index], "Unknown")}";
        return string.Join("  ", new[] { Part("Label", yTrue), Part("Pred", yPred) }.OfType<string>());
    }

    private static void Legend(Canvas canvas, IReadOnlyList<(string Label, (int Red, int Green, int Blue) Color)> handles, double letters)
    {
        var width = handles.Sum(h => (h.Label.Length * StrokeFont.Advance * letters) + (4 * letters));
        var (x, y) = ((canvas.Width - width) / 2, canvas.Height - (1.75 * letters));
        foreach (var (label, color) in handles)
        {
            canvas.Fill(x, y, x + (2 * letters), y + letters, ColorOf(color));
            canvas.Text(label, x + (2.5 * letters), y, letters, Plotting.Color.Black, Math.Max(1, letters / 10));
            x += (label.Length * StrokeFont.Advance * letters) + (4 * letters);
        }
    }
}

using KerasNet.Internal;
using KerasNet.Plotting;

namespace KerasNet;

public static partial class Utils
{
    private const double PointsPerInch = 72;
    private const long MostPixels = 60_000_000;

    /// <summary>Draws a model into a file: <c>.png</c>, <c>.jpg</c> or <c>.bmp</c>, <c>.svg</c>, or <c>.dot</c> for Graphviz. No other program is needed.</summary>
    /// <remarks>Python: <c>keras.utils.plot_model</c>. The boxes are Keras's, their places our own; lines are drawn at right angles.</remarks>
    /// <param name="model">A model that is built. One with a Call of its own is a single box.</param>
    /// <param name="toFile">The file; its end tells the format, <c>.png</c> without one.</param>
    /// <param name="showShapes">Whether input and output shapes are shown.</param>
    /// <param name="showDtype">Whether output types are shown.</param>
    /// <param name="showLayerNames">Whether names are shown beside classes.</param>
    /// <param name="rankdir"><c>TB</c>: downwards, <c>LR</c>: to the right, <c>BT</c> or <c>RL</c>.</param>
    /// <param name="expandNested">Whether models inside are drawn with their layers.</param>
    /// <param name="dpi">Pixels of an inch.</param>
    /// <param name="showLayerActivations">Whether activations are shown.</param>
    /// <param name="showTrainable">Whether it is shown what training changes.</param>
    /// <param name="splines">For <c>.dot</c>: how Graphviz draws lines.</param>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    /// <exception cref="NotSupportedException">The format is another one.</exception>
    public static void PlotModel(
        Model model, string toFile = "model.png", bool showShapes = false, bool showDtype = false, bool showLayerNames = false, string rankdir = "TB", bool expandNested = false, int dpi = 200,
        bool showLayerActivations = false, bool showTrainable = false, string splines = "ortho")
    {
        Require.Positive(dpi);
        var format = Path.GetExtension(toFile).TrimStart('.').ToLowerInvariant() is { Length: > 0 } end ? end : "png";
        if (format is "dot" or "gv")
        {
            File.WriteAllText(toFile, ModelToDot(model, showShapes, showDtype, showLayerNames, rankdir, expandNested, dpi, false, showLayerActivations, showTrainable, splines));
            return;
        }

        Require.OneOf(rankdir, ["TB", "BT", "LR", "RL"]);
        var layout = new PlotLayout(PlotGroup.Of(model, new PlotOptions(showShapes, showDtype, showLayerNames, expandNested, showLayerActivations, showTrainable)), rankdir);
        if (format == "svg")
        {
            var svg = new SvgSurface(layout.Width, layout.Height);
            PlotDrawing.Draw(layout, svg);
            File.WriteAllText(toFile, svg.ToString());
            return;
        }

        var scale = dpi / PointsPerInch;
        if (layout.Width * layout.Height * scale * scale > MostPixels)
        {
            scale = Math.Sqrt(MostPixels / (layout.Width * layout.Height));
            Keras.Messages.WriteLine(FormattableString.Invariant($"The picture of model '{model.Name}' has more than {MostPixels} pixels at dpi: {dpi}. It is drawn with {(int)(scale * PointsPerInch)} dots per inch; toFile: \"….svg\" has no such limit."));
        }

        var canvas = new Canvas((int)Math.Ceiling(layout.Height * scale), (int)Math.Ceiling(layout.Width * scale), 3);
        canvas.Fill(0, 0, canvas.Width, canvas.Height, Color.White);
        PlotDrawing.Draw(layout, new PixelSurface(canvas, scale));
        PictureFile.Write(toFile, Tensor.Create<byte>(canvas.Pixels, (canvas.Height, canvas.Width, 3)), format);
    }
}

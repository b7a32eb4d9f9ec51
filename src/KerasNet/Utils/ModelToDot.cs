using KerasNet.Plotting;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>A model in Graphviz's language DOT.</summary>
    /// <remarks>Python: <c>keras.utils.model_to_dot(…).to_string()</c>.</remarks>
    /// <param name="model">A model that is built. One with a Call of its own is a single box.</param>
    /// <param name="showShapes">Whether input and output shapes are shown.</param>
    /// <param name="showDtype">Whether output types are shown.</param>
    /// <param name="showLayerNames">Whether names are shown beside classes.</param>
    /// <param name="rankdir"><c>TB</c>: downwards, <c>LR</c>: to the right, <c>BT</c> or <c>RL</c>.</param>
    /// <param name="expandNested">Whether models inside are drawn with their layers.</param>
    /// <param name="dpi">Pixels of an inch.</param>
    /// <param name="subgraph">Whether it is a cluster for another graph.</param>
    /// <param name="showLayerActivations">Whether activations are shown.</param>
    /// <param name="showTrainable">Whether it is shown what training changes.</param>
    /// <param name="splines">How Graphviz draws lines: <c>ortho</c>, <c>curved</c>, <c>polyline</c>, <c>spline</c>, <c>line</c>.</param>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    public static string ModelToDot(
        Model model, bool showShapes = false, bool showDtype = false, bool showLayerNames = true, string rankdir = "TB", bool expandNested = false, int dpi = 200, bool subgraph = false, bool showLayerActivations = false,
        bool showTrainable = false, string splines = "ortho")
    {
        Internal.Require.OneOf(rankdir, ["TB", "BT", "LR", "RL"]);
        var plot = PlotGroup.Of(model, new PlotOptions(showShapes, showDtype, showLayerNames, expandNested, showLayerActivations, showTrainable), subgraph ? model.Name : null);
        return DotText.Of(plot, rankdir, dpi, splines, subgraph);
    }
}

using KerasNet.Activations;
using KerasNet.Layers;

namespace KerasNet.Plotting;

/// <summary>An operation in a model's picture: its name and class, then what was asked for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Title">What stands in bold type in its head.</param>
/// <param name="Class">What stands behind; empty: nothing.</param>
/// <param name="Activation">Name of its activation; null: not shown.</param>
/// <param name="Cells">Fields side by side below.</param>
/// <param name="Span">Number of fields that there may be.</param>
internal sealed record PlotBox(Operation Operation, string Title, string Class, string? Activation, IReadOnlyList<PlotCell> Cells, int Span)
{
    public static PlotBox Of(Operation operation, PlotOptions options)
    {
        var cells = new List<PlotCell>();
        if (options.ShowShapes)
        {
            if (operation is not InputLayer)
            {
                cells.Add(new PlotCell("Input shape: ", Shown(Inputs(operation), t => t.Shape.ToString())));
            }

            cells.Add(new PlotCell("Output shape: ", Shown(Outputs(operation), t => t.Shape.ToString())));
        }

        if (options.ShowDtype)
        {
            cells.Add(new PlotCell("Output dtype: ", Shown(Outputs(operation), t => t.DType.Name(), quote: "'")));
        }

        if (options.ShowTrainable && operation is Layer { Weights.Count: > 0 } layer)
        {
            cells.Add(layer.Trainable ? new PlotCell(string.Empty, "Trainable", Color.ForestGreen, true) : new PlotCell(string.Empty, "Non-trainable", Color.FireBrick, true));
        }

        var span = Math.Max(1, (options.ShowShapes ? 2 : 0) + (options.ShowDtype ? 1 : 0) + (options.ShowTrainable ? 1 : 0));
        return options.ShowLayerNames
            ? new PlotBox(operation, operation.Name, $" ({operation.ClassName})", ActivationOf(operation, options), cells, span)
            : new PlotBox(operation, operation.ClassName, string.Empty, ActivationOf(operation, options), cells, span);
    }

    private static string? ActivationOf(Operation operation, PlotOptions options) => !options.ShowLayerActivations ? null
        : (operation is Layers.Activation own ? own.Function : operation.GetType().GetProperty("Activation")?.GetValue(operation)) is not ActivationFunction function ? null
        : function.Source is Operation source ? source.Name
        : function.Name;

    // Of several calls Keras shows the first.
    private static Tensors? Inputs(Operation operation) => operation is Model { Graph: { } graph } ? graph.Inputs
        : operation.Calls is [var call, ..] ? Plain([.. call.Inputs.Concat(call.Arguments?.AllTensors() ?? []).Where(t => t.IsKeras)])
        : null;

    private static Tensors? Outputs(Operation operation) => operation is Model { Graph: { } graph } ? graph.Outputs : operation.Calls is [var call, ..] ? Plain([.. call.Outputs]) : null;

    private static Tensors Plain(Tensor[] tensors) => tensors.Length == 1 ? tensors[0] : tensors;

    /// <summary>Tensors as Python writes them: one, a list, or by name; a question mark where there was no call.</summary>
    private static string Shown(Tensors? tensors, Func<Tensor, string> text, string quote = "")
    {
        if (tensors is null)
        {
            return "?";
        }

        if (tensors.IsSingle)
        {
            return text(tensors[0]);
        }

        string[] each = [.. tensors.Select(t => quote + text(t) + quote)];
        return tensors.Names is { } names ? string.Join(", ", names.Zip(each, (n, t) => $"{n}: {t}")) : $"[{string.Join(", ", each)}]";
    }
}

using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet.Models;

/// <summary>The rows of a model's summary, as Keras lists them.</summary>
internal static class ModelSummary
{
    public static string Render(Model model, SummaryOptions options)
    {
        var rows = new List<SummaryRow>();
        Add(rows, model, model, 0);
        var trainable = Size(model.TrainableWeights);
        var other = Size(model.NonTrainableWeights);
        var optimizer = model.Optimizer is { Built: true } o ? Size(o.Variables) : (ParameterSize?)null;
        return SummaryTable.Render(model.Name, rows, new SummaryTotals(trainable, other, optimizer), options);
    }

    /// <summary>Keras shows connections for every functional model that is not a plain chain.</summary>
    public static bool ShowsConnections(Model model) => model is not Sequential && model.Graph is { } graph &&
        (graph.Inputs.Count > 1
            || graph.Calls.Any(c => c.Inputs.Concat(c.Arguments?.AllTensors() ?? []).Count(t => t.IsKeras) > 1)
            || graph.Calls.GroupBy(c => c.Operation).Any(g => g.Count() > 1)
            || graph.Calls.SelectMany(c => c.Inputs).Where(t => t.IsKeras).GroupBy(t => (t.History!.Operation, t.History.CallIndex)).Any(g => g.Count() > 1));

    private static void Add(List<SummaryRow> rows, Model model, Model root, int nesting)
    {
        IEnumerable<Operation> operations = model is Sequential ? model.SubLayers : model.Graph?.Operations ?? (IEnumerable<Operation>)model.SubLayers;
        foreach (var operation in operations)
        {
            rows.Add(Row(operation, root, nesting));
            if (operation is Model nested)
            {
                Add(rows, nested, root, nesting + 1);
            }
        }
    }

    private static SummaryRow Row(Operation operation, Model model, int nesting)
    {
        var layer = operation as Layer;
        var count = layer is null ? "0"
            : !layer.Built ? "0 (unbuilt)"
            : SummaryRow.Count(layer.Weights.Sum(w => w.Shape.Size));
        var trainable = layer is null || layer.Weights.Count == 0 ? (bool?)null : layer.Trainable;
        return new SummaryRow(operation.Name, operation.ClassName, OutputShape(operation, (model as Sequential)?.BuiltBatch), count, Connections(operation, model), trainable, nesting);
    }

    private static string OutputShape(Operation operation, int? batch)
    {
        if (operation.Calls.Count == 0)
        {
            // A layer that was called on values only: the shape that it gives for the one it was built for.
            return operation is Layer { Built: true, BuildShapes: [var shape] } layer ? SummaryShape.Of(layer.ComputeOutputShape(shape)) : SummaryShape.Unknown;
        }

        var outputs = operation is Model { Graph: { } graph } ? graph.Outputs : operation.Calls[0].Outputs;
        return SummaryShape.Of([.. outputs.Select(o => batch is { } n && o.Rank > 0 && o.Shape[0] < 0 ? o.Shape.With(0, n) : o.Shape)]);
    }

    private static string Connections(Operation operation, Model model)
    {
        if (model.Graph is not { } graph || operation is InputLayer)
        {
            return "-";
        }

        var inputs = graph.Calls.Where(c => c.Operation == operation).SelectMany(c => c.Inputs.Concat(c.Arguments?.AllTensors() ?? [])).Where(t => t.IsKeras);
        var names = inputs.Select(t => Saving.FunctionalConfig.Ref(t, graph)).Select(r => $"{r[0]}[{r[1]}][{r[2]}]").ToList();
        return names.Count == 0 ? "-" : string.Join(", ", names);
    }

    private static ParameterSize Size(IEnumerable<KerasVariable> variables)
    {
        var (count, bytes) = (0L, 0L);
        foreach (var variable in variables)
        {
            count += variable.Shape.Size;
            bytes += variable.Shape.Size * variable.DType.Size();
        }

        return new ParameterSize(count, bytes);
    }
}

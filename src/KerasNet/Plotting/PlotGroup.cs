using KerasNet.Layers;

namespace KerasNet.Plotting;

/// <summary>A model in a picture: boxes and models inside, and the lines between them.</summary>
/// <param name="Name">The model's name; null for the outermost.</param>
internal sealed record PlotGroup(string? Name)
{
    /// <summary><see cref="PlotBox"/> and <see cref="PlotGroup"/>, in the order of the model.</summary>
    public List<object> Items { get; } = [];

    /// <summary>From which operation to which.</summary>
    public List<(Operation From, Operation To)> Edges { get; } = [];

    /// <summary>This group and those inside.</summary>
    public IEnumerable<PlotGroup> All => Items.OfType<PlotGroup>().SelectMany(g => g.All).Prepend(this);

    /// <summary>The boxes here and inside.</summary>
    public IEnumerable<PlotBox> Boxes => Items.SelectMany(i => i is PlotGroup group ? group.Boxes : [(PlotBox)i]);

    /// <summary>The picture of a model, as Keras draws it.</summary>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    public static PlotGroup Of(Model model, PlotOptions options, string? name = null)
    {
        if (!model.Built)
        {
            throw new InvalidOperationException("This model has not yet been built. Build the model first by calling `Build()` or by calling the model on a batch of data.");
        }

        var group = new PlotGroup(name);
        var layers = model is Sequential ? model.SubLayers : model.Graph?.Operations;
        if (layers is null)
        {
            group.Items.Add(PlotBox.Of(model, options));
            return group;
        }

        foreach (var layer in layers)
        {
            group.Items.Add(options.ExpandNested && IsOpened(layer) ? Of((Model)layer, options, layer.Name) : PlotBox.Of(layer, options));
        }

        if (model is Sequential && !options.ExpandNested)
        {
            group.Edges.AddRange(layers.Zip(layers.Skip(1)));
            return group;
        }

        foreach (var layer in model is Sequential ? layers.Skip(1) : layers)
        {
            foreach (var call in model is Sequential ? layer.Calls : model.Graph!.Calls.Where(c => c.Operation == layer))
            {
                Tensor[] inputs = [.. call.Inputs.Concat(call.Arguments?.AllTensors() ?? []).Where(t => t.IsKeras)];
                for (var i = 0; i < inputs.Length; i++)
                {
                    group.Connect(inputs[i], layer, i, options.ExpandNested);
                }
            }
        }

        return group;
    }

    private static bool IsOpened(Operation operation) => operation is Sequential or Model { Graph: not null };

    private void Connect(Tensor input, Operation to, int index, bool opened)
    {
        var (from, output) = (input.History!.Operation, input.History.OutputIndex);
        while (opened && from is Model { Graph: { } graph })
        {
            var inside = graph.Outputs[Math.Max(output, 0)].History!;
            (from, output) = (inside.Operation, inside.OutputIndex);
        }

        while (opened && IsOpened(to))
        {
            to = to is Sequential ? ((Sequential)to).SubLayers[0] : ((Model)to).Graph!.Inputs[index].History!.Operation;
        }

        if (!Edges.Contains((from, to)))
        {
            Edges.Add((from, to));
        }
    }
}

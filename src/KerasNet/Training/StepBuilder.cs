using KerasNet.Graphs;
using KerasNet.Layers;

namespace KerasNet.Training;

/// <summary>Traces a model once into one graph: forward pass, loss, gradients, metrics and update.</summary>
internal sealed class StepBuilder(Model model, CompileOptions? options, Backends.IBackend backend)
{
    private readonly Graph _graph = new() { DeclaredShapes = model.Graph is not null };
    private readonly List<FeedSpec> _feeds = [];
    private readonly List<Tensor> _placeholders = [];

    public Step Predict(Batch batch)
    {
        Tensors outputs;
        using (_graph.Enter())
        {
            outputs = Forward(batch.X, training: false, []);
        }

        var executable = backend.Compile(_graph, _placeholders, [.. outputs], [.. _graph.Updates]);
        return new Step(executable, _feeds, null, [.. outputs], outputs.IsSingle || outputs.Count == 1, outputs.Names);
    }

    /// <summary>A training step, or with <paramref name="training"/> false an evaluation step.</summary>
    public Step Compiled(Batch batch, bool training, bool classWeights, ref StepOutputs? kept)
    {
        if (batch.Y is null && options!.Loss is not null)
        {
            throw new ArgumentException("The model has a loss, which compares outputs with targets. Received: no y. Pass y, or compile without loss and use AddLoss in a layer.");
        }

        Tensor packed;
        using (_graph.Enter())
        {
            var losses = new List<(Layer Layer, Tensor Loss)>();
            var predictions = Forward(batch.X, training, losses);
            var names = OutputNames(predictions);
            var targets = Targets(batch, predictions, names);
            var weights = Weights(batch, predictions.Count, classWeights);
            var outputs = kept ??= Untraced(() => new StepOutputs(options!, names, [.. targets.Select(t => t.Shape)], [.. predictions.Select(p => p.Shape)]));
            var values = new List<Tensor>();
            var total = TotalLoss(outputs, targets, predictions, weights, losses, values);
            values.AddRange(outputs.Update(targets, predictions, weights));
            if (training)
            {
                Update(total);
            }

            packed = RawOps.Pack([.. values.Select(v => RawOps.Cast(v.Rank == 0 ? v : Ops.Mean(v), DataType.Float32))], 0);
        }

        var executable = backend.Compile(_graph, _placeholders, [packed], [.. _graph.Updates]);
        return new Step(executable, _feeds, kept, [packed], true, null);
    }

    private Tensor TotalLoss(StepOutputs outputs, IReadOnlyList<Tensor> targets, Tensors predictions, IReadOnlyList<Tensor?> weights, List<(Layer Layer, Tensor Loss)> losses, List<Tensor> values)
    {
        var (total, each) = outputs.HasLoss ? outputs.Loss(targets, predictions, weights) : (null!, []);
        foreach (var extra in losses.Select(l => l.Loss).Concat(WeightPenalties()))
        {
            var scalar = extra.Rank == 0 ? extra : Ops.Mean(extra);
            total = total is null ? scalar : total + Ops.Cast(scalar, total.DType);
        }

        if (total is null)
        {
            throw new InvalidOperationException("No loss to compute. Provide a loss argument in Compile, or call AddLoss in a layer.");
        }

        values.Add(total);
        if (outputs.LossNames.Length > 1)
        {
            values.AddRange(each);
        }

        return total;
    }

    private IEnumerable<Tensor> WeightPenalties() => model.TrainableWeights
        .Where(w => w.Regularizer is not null)
        .Select(w => w.Regularizer!.Call(w));

    private void Update(Tensor total)
    {
        var variables = model.TrainableWeights;
        var optimizer = options!.Optimizer;
        Untraced(() => { optimizer.Build(variables); return 0; });
        var scaled = optimizer.ScaleLoss(total);
        var gradients = Gradients.Of([scaled], [.. variables.Select(v => v.Handle)], [.. _graph.Nodes], _graph.Regions);
        using var scope = Scopes.Enter(optimizer.Name);
        optimizer.Apply(gradients, variables);
    }

    private Tensors Forward(Data x, bool training, List<(Layer Layer, Tensor Loss)> losses)
    {
        var inputs = Inputs(x);
        using var context = CallContext.Enter(new CallContext(training, [], new Dictionary<string, object?>(), losses));
        return model.Invoke(inputs, new CallArguments { Training = training });
    }

    private Tensors Inputs(Data x)
    {
        var graph = model.Graph;
        var order = Enumerable.Range(0, x.Columns.Count).ToArray();
        if (graph is not null)
        {
            if (x.Columns.Count != graph.Inputs.Count)
            {
                throw new ArgumentException($"Model '{model.Name}' expects {graph.Inputs.Count} input(s): {string.Join(", ", graph.Inputs.Select(i => $"{i.Name} {i.Shape}"))}. Received: {x.Columns.Count} array(s) of shapes {string.Join(", ", x.Columns.Select(c => c.Shape))}.");
            }

            if (x.Names is { } names)
            {
                order = [.. Enumerable.Range(0, graph.Inputs.Count).Select(i => IndexOf(names, graph.Inputs[i].Name!, "data for input"))];
            }
        }

        var tensors = new Tensor[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var column = x.Columns[order[i]];
            var declared = graph?.Inputs[i];
            var dtype = column.DType == DataType.String ? DataType.String
                : declared?.DType ?? (column.DType.IsFloating() ? Keras.Config.FloatX : column.DType);
            var row = declared is not null && declared.Rank == column.Shape.Rank ? Unknowns(column.Shape[1..], declared.Shape[1..]) : column.Shape[1..];
            tensors[i] = Feed(FeedKind.Input, order[i], dtype, row, declared?.Name ?? $"x{i}");
        }

        return tensors.Length == 1 && !x.IsList ? tensors[0] : x.Names is not null && graph is null
            ? new Tensors(x.Names.Zip(tensors).ToDictionary(p => p.First, p => p.Second))
            : tensors;
    }

    private static int IndexOf(IReadOnlyList<string> given, string name, string what)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"Missing {what} '{name}'. You passed: {string.Join(", ", given)}.");
    }

    /// <summary>The sizes of the data, but unknown where the model declares them so.</summary>
    private static TensorShape Unknowns(TensorShape row, TensorShape declared) =>
        new([.. Enumerable.Range(0, row.Rank).Select(i => declared[i] < 0 ? -1 : row[i])]);

    private IReadOnlyList<Tensor> Targets(Batch batch, Tensors predictions, string[] names)
    {
        if (batch.Y is not { } y)
        {
            return [];
        }

        if (y.Columns.Count != predictions.Count)
        {
            throw new ArgumentException($"The model has {predictions.Count} output(s) ({string.Join(", ", names)}). Received: {y.Columns.Count} target array(s) of shapes {string.Join(", ", y.Columns.Select(c => c.Shape))}.");
        }

        return [.. predictions.Select((p, i) =>
        {
            var at = y.Names is { } given ? IndexOf(given, names[i], "targets for output") : i;
            var column = y.Columns[at];
            var row = column.Shape[1..];
            row = row.Rank == p.Rank - 1 ? Unknowns(row, p.Shape[1..]) : new TensorShape([.. row.Dims.ToArray().Select((d, a) => a < p.Rank - 1 && p.Shape[a + 1] < 0 ? -1 : d)]);
            return Feed(FeedKind.Target, at, column.DType.IsFloating() ? Keras.Config.FloatX : column.DType, row, $"y{i}");
        })];
    }

    private Tensor?[] Weights(Batch batch, int outputs, bool classWeights)
    {
        var weights = new Tensor?[outputs];
        var given = batch.SampleWeight;
        if (given is not null && given.Columns.Count != 1 && given.Columns.Count != outputs)
        {
            throw new ArgumentException($"sampleWeight must be one array, or one for each of the {outputs} outputs. Received: {given.Columns.Count}.");
        }

        if (classWeights && outputs > 1)
        {
            throw new ArgumentException("classWeight is only supported for models with a single output. Use sampleWeight for each output instead.");
        }

        for (var i = 0; i < outputs; i++)
        {
            if (given is not null || classWeights)
            {
                var column = given is null ? -1 : given.Columns.Count == 1 ? 0 : i;
                var row = given is null ? TensorShape.Scalar : given.Columns[column].Shape[1..];
                weights[i] = Feed(FeedKind.Weight, column, DataType.Float32, row, $"w{i}", i);
            }
        }

        return weights;
    }

    private Tensor Feed(FeedKind kind, int column, DataType dtype, TensorShape row, string name, int target = -1)
    {
        _feeds.Add(new FeedSpec(kind, column, dtype, row, target));
        using var scope = Scopes.Reset();
        var placeholder = _graph.Placeholder(dtype, row.Insert(0, -1), name);
        _placeholders.Add(placeholder);
        return placeholder;
    }

    private string[] OutputNames(Tensors predictions) => predictions.Names is { } names ? [.. names]
        : model.Graph is { } graph ? [.. graph.Outputs.Select(o => o.History!.Operation.Name)]
        : predictions.Count == 1 ? ["output"] : [.. Enumerable.Range(1, predictions.Count).Select(i => $"output_{i}")];

    private static T Untraced<T>(Func<T> make)
    {
        using var untraced = Graph.Leave();
        using var unscoped = Scopes.Reset();
        return make();
    }
}

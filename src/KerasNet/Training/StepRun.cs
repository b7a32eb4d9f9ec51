using KerasNet.Graphs;
using KerasNet.Layers;

namespace KerasNet.Training;

/// <summary>One pass of a step: what a model's steps do unless it overrides them. It runs while a step is traced, or for each batch where nothing is compiled.</summary>
internal sealed class StepRun(Model model)
{
    [ThreadStatic]
    private static StepRun? _current;

    private readonly Trainer _trainer = model.Trainer;
    private Tensor? _total;
    private List<(string Name, Tensor Loss)> _each = [];

    /// <summary>Losses that layers added in this pass.</summary>
    public List<(Layer Layer, Tensor Loss)> Losses { get; } = [];

    private CompileOptions Options => _trainer.Options ?? throw new InvalidOperationException($"Model '{model.Name}' is not compiled. Call Compile() first.");

    /// <summary>The pass of a model that is running on this thread, or a new one.</summary>
    public static StepRun Of(Model model) => _current is { } running && running.IsOf(model) ? running : new StepRun(model);

    /// <summary>Runs a function as this pass.</summary>
    public T Run<T>(Func<T> step)
    {
        var before = _current;
        _current = this;
        try
        {
            using var context = CallContext.Enter(new CallContext(false, [], new Dictionary<string, object?>(), Losses));
            return step();
        }
        finally
        {
            _current = before;
        }
    }

    public StepLogs Train(StepData data)
    {
        var tape = Graph.Current is null ? new GradientTape() : null;
        var predictions = model.Invoke(data.X, new CallArguments { Training = true });
        var total = _total = model.ComputeLoss(data.X, data.Y, predictions, data.SampleWeight, training: true);
        Update(total, tape);
        return model.ComputeMetrics(data.X, data.Y, predictions, data.SampleWeight);
    }

    public StepLogs Test(StepData data)
    {
        var predictions = model.Invoke(data.X, new CallArguments { Training = false });
        _total = model.ComputeLoss(data.X, data.Y, predictions, data.SampleWeight, training: false);
        return model.ComputeMetrics(data.X, data.Y, predictions, data.SampleWeight);
    }

    /// <summary>Losses of Compile, those that layers added, and penalties on weights.</summary>
    public Tensor Loss(Tensors? y, Tensors? predictions, Tensors? sampleWeight)
    {
        Tensor? total = null;
        if (predictions is not null && _trainer.Options?.Loss is not null)
        {
            if (y is null)
            {
                throw new ArgumentException($"Model '{model.Name}' has a loss, which compares outputs with targets. Received: no y. Pass y, or compile without loss and use AddLoss in a layer.");
            }

            (total, _each) = Outputs(y, predictions).Loss(Order(y, predictions), predictions, sampleWeight?.ToArray() ?? []);
        }

        foreach (var extra in Losses.Select(l => l.Loss).Concat(model.WeightPenalties()))
        {
            var scalar = extra.Rank == 0 ? extra : Ops.Mean(extra);
            total = total is null ? scalar : total + Ops.Cast(scalar, total.DType);
        }

        return total ?? throw new InvalidOperationException($"Model '{model.Name}' has no loss to compute. Provide a loss argument in Compile(), or call AddLoss in a layer.");
    }

    /// <summary>Takes the batch into the metrics of Compile; gives the losses of this pass and the results of all metrics.</summary>
    public StepLogs Metrics(Tensors? y, Tensors predictions, Tensors? sampleWeight)
    {
        var logs = new StepLogs();
        if (_total is not null)
        {
            logs.AddAveraged("loss", _total);
        }

        foreach (var (name, loss) in _each)
        {
            logs.AddAveraged(name, loss);
        }

        var outputs = Options.Metrics is null && Options.WeightedMetrics is null ? null : Outputs(y, predictions);
        outputs?.Update(Order(y, predictions), predictions, sampleWeight?.ToArray() ?? []);
        foreach (var metric in model.Metrics.Where(m => m != _trainer.KnownLossTracker && outputs?.Metrics.Contains(m) != true))
        {
            logs[metric.Name] = metric.Result();
        }

        foreach (var (name, result) in outputs?.Results() ?? [])
        {
            logs[name] = result;
        }

        return logs;
    }

    /// <summary>Losses and metrics of Compile, resolved for these tensors when they are first met.</summary>
    public StepOutputs Outputs(Tensors? y, Tensors predictions) => _trainer.Outputs ??= Untraced(() => new StepOutputs(Options, Names(predictions), Order(y, predictions), predictions));

    private bool IsOf(Model other) => model == other;

    private void Update(Tensor total, GradientTape? tape)
    {
        var variables = _trainer.Trained();
        var optimizer = Options.Optimizer;
        Untraced(() => { optimizer.Build(variables); return 0; });
        if (variables.Count == 0)
        {
            tape?.Dispose();
            return;
        }

        var scaled = optimizer.ScaleLoss(total);
        var gradients = Graph.Current is { } graph
            ? Gradients.Of([scaled], [.. variables.Select(v => v.Handle)], [.. graph.Nodes], graph.Regions)
            : tape!.Gradient(scaled, variables);
        tape?.Dispose();
        using var scope = Scopes.Enter(optimizer.Name);
        optimizer.Apply(gradients, variables);
    }

    /// <summary>Targets in the order of the outputs.</summary>
    private static IReadOnlyList<Tensor?> Order(Tensors? y, Tensors predictions) => y is null ? []
        : y.Names is { } given && predictions.Names is { } names ? [.. names.Select(n => given.Contains(n) ? y[n] : throw new ArgumentException($"Missing targets for output '{n}'. You passed: {string.Join(", ", given)}."))]
        : [.. y];

    private string[] Names(Tensors predictions) => predictions.Names is { } names ? [.. names]
        : model.OutputNames is { } known ? [.. known]
        : predictions.Count == 1 ? ["output"] : [.. Enumerable.Range(1, predictions.Count).Select(i => $"output_{i}")];

    private static T Untraced<T>(Func<T> make)
    {
        using var untraced = Graph.Leave();
        using var untaped = GradientTape.Suspend();
        using var unscoped = Scopes.Reset();
        return make();
    }
}

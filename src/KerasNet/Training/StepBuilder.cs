using KerasNet.Graphs;
using KerasNet.Layers;

namespace KerasNet.Training;

/// <summary>Traces a model's step once into one graph: forward pass, loss, gradients, metrics and update.</summary>
internal sealed class StepBuilder(Model model, FeedPlan plan, Backends.IBackend backend)
{
    private readonly Graph _graph = new() { DeclaredShapes = model.Graph is not null };

    public Step Predict(bool runEagerly)
    {
        Tensors Outputs(IReadOnlyList<Tensor> feeds) => new StepRun(model).Run(() => model.PredictStep(plan.Bind(feeds)));
        if (runEagerly)
        {
            return new Step(plan.Specs) { OutputsNow = Outputs };
        }

        var placeholders = Placeholders(_graph);
        Tensors outputs;
        using (_graph.Enter())
        {
            // A result that is fed gets an op of its own: a backend may hand out the memory of its feeds.
            outputs = Outputs(placeholders).Select(o => o.Node?.Definition is PlaceholderOp ? RawOps.Identity(o) : o);
        }

        var host = HostStage.Of(_graph, placeholders, [.. outputs], training: false);
        return new Step(plan.Specs) { Executable = backend.Compile(_graph, host?.Inputs ?? placeholders, [.. outputs], [.. _graph.Updates]), Host = host, Results = [.. outputs], ResultNames = outputs.Names };
    }

    /// <summary>A training step, or with <paramref name="training"/> false an evaluation step.</summary>
    public Step Compiled(bool training, bool runEagerly)
    {
        StepLogs Logs(IReadOnlyList<Tensor> feeds)
        {
            var data = plan.Bind(feeds);
            return new StepRun(model).Run(() => training ? model.TrainStep(data) : model.TestStep(data));
        }

        ResolveMetrics(training);
        if (runEagerly)
        {
            return new Step(plan.Specs) { LogsNow = Logs, Metrics = () => model.Metrics };
        }

        var placeholders = Placeholders(_graph);
        Tensor packed;
        LogSlot[] slots;
        using (_graph.Enter())
        {
            (packed, slots) = LogSlot.Pack(Logs(placeholders), model.Name);
        }

        var metrics = model.Metrics;
        var host = HostStage.Of(_graph, placeholders, [packed], training);
        return new Step(plan.Specs) { Executable = backend.Compile(_graph, host?.Inputs ?? placeholders, [packed], [.. _graph.Updates]), Host = host, Slots = slots, Metrics = () => metrics };
    }

    /// <summary>A step of the model's own asks for the metrics before it has predictions, so their shapes are found beforehand.</summary>
    private void ResolveMetrics(bool training)
    {
        var options = model.Trainer.Options!;
        if (model.Trainer.Outputs is not null || (options.Metrics is null && options.WeightedMetrics is null) || !HasOwn(training ? model.TrainStep : model.TestStep))
        {
            return;
        }

        var scratch = new Graph { DeclaredShapes = model.Graph is not null };
        using var tracing = scratch.Enter();
        var data = plan.Bind(Placeholders(scratch));
        var run = new StepRun(model);
        run.Run(() => run.Outputs(data.Y, model.Invoke(data.X, new CallArguments { Training = training })));
    }

    private static bool HasOwn(Func<StepData, StepLogs> step) => step.Method.DeclaringType != typeof(Model);

    private Tensor[] Placeholders(Graph graph)
    {
        using var scope = Scopes.Reset();
        return [.. plan.Specs.Select((feed, i) => graph.Placeholder(feed.DType, feed.RowShape.Insert(0, -1), plan.Names[i]))];
    }
}

using KerasNet.Backends;
using KerasNet.Internal;

namespace KerasNet.Training;

/// <summary>The compiled steps of a model, by what they are fed: structure, types and ranks, never the batch size.</summary>
internal sealed class StepCache(Model model)
{
    private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);
    private readonly IBackend _backend = Keras.Backend;
    private int _formChanges = Keras.State.FormChanges;

    /// <summary>The scope in which the model was made: its backend and settings stay.</summary>
    public KerasState State { get; } = Keras.State;

    public Step Predict(Batch batch, bool runEagerly, Lock building)
    {
        batch = batch with { Y = null, SampleWeight = null };
        lock (building)
        {
            return Find(Key("predict", batch, runEagerly), batch, earlier => new StepBuilder(model, new FeedPlan(model, batch, false, false, earlier), _backend).Predict(runEagerly));
        }
    }

    public Step Compiled(Batch batch, bool training, bool classWeights, CompileOptions options, Lock building)
    {
        lock (building)
        {
            return Find(Key(training ? "train" : "test", batch, classWeights), batch, earlier => new StepBuilder(model, new FeedPlan(model, batch, true, classWeights, earlier), _backend).Compiled(training, options.RunEagerly));
        }
    }

    public void Clear()
    {
        foreach (var step in _steps.Values.SelectMany(s => s))
        {
            step.Dispose();
        }

        _steps.Clear();
    }

    private Step Find(string key, Batch batch, Func<IReadOnlyList<FeedSpec>?, Step> build)
    {
        if (_formChanges != State.FormChanges)
        {
            // A layer was quantised or got a low-rank addition. A prediction may still be running in the steps, so they are left to the collector.
            _formChanges = State.FormChanges;
            _steps.Clear();
        }

        if (!_steps.TryGetValue(key, out var steps))
        {
            _steps[key] = steps = [];
        }

        if (steps.Find(s => s.Accepts(batch)) is { } known)
        {
            return known;
        }

        var step = build(model.Graph is null ? steps.LastOrDefault()?.Feeds : null);
        if (step.Feeds.Any(f => !f.RowShape.IsFullyDefined))
        {
            // The step for any size takes the place of those for one; a prediction may still be running in them, so they are left to the collector.
            steps.Clear();
        }

        steps.Add(step);
        return step;
    }

    private static string Key(string kind, Batch batch, bool flag)
    {
        return $"{kind}|{Columns(batch.X)}|{Columns(batch.Y)}|{Columns(batch.SampleWeight)}|{flag}";

        static string Columns(Data? data) => data is null ? "-" : string.Join(",", data.Columns.Select(c => $"{(int)c.DType}:{c.Shape.Rank}")) + (data.Names is null ? string.Empty : string.Join(",", data.Names));
    }
}

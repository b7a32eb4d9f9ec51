using KerasNet.Backends;
using KerasNet.Internal;

namespace KerasNet.Training;

/// <summary>The compiled steps of a model, by what they are fed: structure, types and ranks, never the batch size.</summary>
internal sealed class StepCache(Model model)
{
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly IBackend _backend = Keras.Backend;
    private IReadOnlyList<KerasVariable>? _trained;

    /// <summary>The scope in which the model was made: its backend and settings stay.</summary>
    public KerasState State { get; } = Keras.State;

    public Step Predict(Batch batch, Lock building)
    {
        var key = Key("predict", batch with { Y = null, SampleWeight = null }, false);
        lock (building)
        {
            return _steps.TryGetValue(key, out var step) ? step : _steps[key] = new StepBuilder(model, null, _backend).Predict(batch);
        }
    }

    public Step Compiled(Batch batch, bool training, bool classWeights, CompileOptions options, ref StepOutputs? outputs, Lock building)
    {
        var key = Key(training ? "train" : "test", batch, classWeights);
        lock (building)
        {
            if (_steps.TryGetValue(key, out var step))
            {
                return step;
            }

            step = new StepBuilder(model, options, _backend).Compiled(batch, training, classWeights, ref outputs);
            if (training)
            {
                _trained ??= model.TrainableWeights;
            }

            return _steps[key] = step;
        }
    }

    public bool TrainableChanged(Model owner) => _trained is not null && !_trained.SequenceEqual(owner.TrainableWeights);

    public void Clear()
    {
        foreach (var step in _steps.Values)
        {
            step.Dispose();
        }

        _steps.Clear();
        _trained = null;
    }

    private string Key(string kind, Batch batch, bool classWeights)
    {
        var layout = model.Graph is null ? "declared by data" : string.Empty;
        return $"{kind}|{layout}|{Columns(batch.X)}|{Columns(batch.Y)}|{Columns(batch.SampleWeight)}|{classWeights}";

        // A model that declares its inputs is fed in their types; only ranks matter then, and targets' own types.
        static string Columns(Data? data) => data is null ? "-" : string.Join(",", data.Columns.Select(c => $"{(int)c.DType}:{c.Shape[1..]}")) + (data.Names is null ? string.Empty : string.Join(",", data.Names));
    }
}

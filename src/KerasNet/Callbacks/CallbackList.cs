using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Calls several callbacks in order, for a training loop of your own.</summary>
/// <remarks>Python: <c>keras.callbacks.CallbackList</c>.</remarks>
/// <example><code>
/// var callbacks = new CallbackList([new CSVLogger("log.csv")], addHistory: true, model: model, parameters: new CallbackParams(epochs, null, 0));
/// callbacks.OnTrainBegin();
/// </code></example>
public sealed class CallbackList
{
    private readonly List<Callback> _callbacks;

    /// <summary>A list of callbacks. What is added stands last, so that what the others put into the logs is kept and shown.</summary>
    /// <param name="callbacks">The callbacks; null: none.</param>
    /// <param name="addHistory">Whether a History is added, unless there is one.</param>
    /// <param name="addProgbar">Whether a progress bar is added, unless there is one.</param>
    /// <param name="model">The model that they are told of; null: <see cref="SetModel"/> says.</param>
    /// <param name="parameters">Epochs, steps and verbosity that they are told of; null: <see cref="SetParams"/> says.</param>
    public CallbackList(IReadOnlyList<Callback>? callbacks = null, bool addHistory = false, bool addProgbar = false, Model? model = null, CallbackParams? parameters = null)
    {
        _callbacks = [.. callbacks ?? []];
        if (addHistory && History is null)
        {
            _callbacks.Add(new History());
        }

        if (addProgbar && !_callbacks.Exists(c => c is ProgbarLogger))
        {
            _callbacks.Add(new ProgbarLogger());
        }

        if (model is not null)
        {
            SetModel(model);
        }

        if (parameters is not null)
        {
            SetParams(parameters);
        }
    }

    /// <summary>The callbacks.</summary>
    public IReadOnlyList<Callback> Callbacks => _callbacks;

    /// <summary>The first History among them; null where there is none.</summary>
    public History? History => _callbacks.OfType<History>().FirstOrDefault();

    /// <summary>Adds a callback.</summary>
    public void Append(Callback callback) => _callbacks.Add(callback);

    /// <summary>Tells all callbacks of the model.</summary>
    public void SetModel(Model model) => Each(model, static (c, m) => c.Model = m);

    /// <summary>Tells all callbacks of epochs, steps and verbosity.</summary>
    public void SetParams(CallbackParams parameters) => Each(parameters, static (c, p) => c.Params = p);

    /// <summary>Before training.</summary>
    public void OnTrainBegin() => Each(static c => c.OnTrainBegin());

    /// <summary>After training.</summary>
    public void OnTrainEnd(Logs logs) => Each(logs, static (c, l) => c.OnTrainEnd(l));

    /// <summary>Before an epoch.</summary>
    public void OnEpochBegin(int epoch) => Each(epoch, static (c, e) => c.OnEpochBegin(e));

    /// <summary>After an epoch.</summary>
    public void OnEpochEnd(int epoch, Logs logs) => Each((epoch, logs), static (c, a) => c.OnEpochEnd(a.epoch, a.logs));

    /// <summary>Before a training step.</summary>
    public void OnTrainBatchBegin(int batch) => Each(batch, static (c, b) => c.OnTrainBatchBegin(b));

    /// <summary>After a training step.</summary>
    public void OnTrainBatchEnd(int batch, Logs logs) => Each((batch, logs), static (c, a) => c.OnTrainBatchEnd(a.batch, a.logs));

    /// <summary>Before an evaluation.</summary>
    public void OnTestBegin() => Each(static c => c.OnTestBegin());

    /// <summary>After an evaluation.</summary>
    public void OnTestEnd(Logs logs) => Each(logs, static (c, l) => c.OnTestEnd(l));

    /// <summary>Before an evaluation step.</summary>
    public void OnTestBatchBegin(int batch) => Each(batch, static (c, b) => c.OnTestBatchBegin(b));

    /// <summary>After an evaluation step.</summary>
    public void OnTestBatchEnd(int batch, Logs logs) => Each((batch, logs), static (c, a) => c.OnTestBatchEnd(a.batch, a.logs));

    /// <summary>Before a prediction.</summary>
    public void OnPredictBegin() => Each(static c => c.OnPredictBegin());

    /// <summary>After a prediction.</summary>
    public void OnPredictEnd() => Each(static c => c.OnPredictEnd());

    /// <summary>Before a prediction step.</summary>
    public void OnPredictBatchBegin(int batch) => Each(batch, static (c, b) => c.OnPredictBatchBegin(b));

    /// <summary>After a prediction step.</summary>
    public void OnPredictBatchEnd(int batch) => Each(batch, static (c, b) => c.OnPredictBatchEnd(b));

    private void Each(Action<Callback> call)
    {
        foreach (var callback in _callbacks)
        {
            call(callback);
        }
    }

    private void Each<T>(T argument, Action<Callback, T> call)
    {
        foreach (var callback in _callbacks)
        {
            call(callback, argument);
        }
    }
}

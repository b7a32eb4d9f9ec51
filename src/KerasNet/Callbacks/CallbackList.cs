using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Calls several callbacks in order.</summary>
internal sealed class CallbackList
{
    private readonly Callback[] _callbacks;

    private CallbackList(Callback[] callbacks) => _callbacks = callbacks;

    /// <summary>The user's callbacks, then the history and the progress bar, unless they are among them: what callbacks add to the logs is kept and shown.</summary>
    public static CallbackList For(Model model, IReadOnlyList<Callback> given, CallbackParams parameters, bool withHistory = false)
    {
        List<Callback> callbacks = [.. given];
        if (withHistory && !callbacks.Exists(c => c is History))
        {
            callbacks.Add(new History());
        }

        if (parameters.Verbose != 0 && !callbacks.Exists(c => c is ProgbarLogger))
        {
            callbacks.Add(new ProgbarLogger());
        }

        foreach (var callback in callbacks)
        {
            callback.Model = model;
            callback.Params = parameters;
        }

        return new CallbackList([.. callbacks]);
    }

    /// <summary>The history of a training.</summary>
    public History? History => _callbacks.OfType<History>().FirstOrDefault();

    public void OnTrainBegin() => Each(static c => c.OnTrainBegin());

    public void OnTrainEnd(Logs logs) => Each(logs, static (c, l) => c.OnTrainEnd(l));

    public void OnEpochBegin(int epoch) => Each(epoch, static (c, e) => c.OnEpochBegin(e));

    public void OnEpochEnd(int epoch, Logs logs) => Each((epoch, logs), static (c, a) => c.OnEpochEnd(a.epoch, a.logs));

    public void OnTrainBatchBegin(int batch) => Each(batch, static (c, b) => c.OnTrainBatchBegin(b));

    public void OnTrainBatchEnd(int batch, Logs logs) => Each((batch, logs), static (c, a) => c.OnTrainBatchEnd(a.batch, a.logs));

    public void OnTestBegin() => Each(static c => c.OnTestBegin());

    public void OnTestEnd(Logs logs) => Each(logs, static (c, l) => c.OnTestEnd(l));

    public void OnTestBatchBegin(int batch) => Each(batch, static (c, b) => c.OnTestBatchBegin(b));

    public void OnTestBatchEnd(int batch, Logs logs) => Each((batch, logs), static (c, a) => c.OnTestBatchEnd(a.batch, a.logs));

    public void OnPredictBegin() => Each(static c => c.OnPredictBegin());

    public void OnPredictEnd() => Each(static c => c.OnPredictEnd());

    public void OnPredictBatchBegin(int batch) => Each(batch, static (c, b) => c.OnPredictBatchBegin(b));

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

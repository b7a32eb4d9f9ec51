using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Shows Keras's headers of epochs and its progress bar. Fit, Evaluate and Predict add one by themselves unless verbose is 0.</summary>
/// <remarks>Python: <c>keras.callbacks.ProgbarLogger</c>.</remarks>
public sealed class ProgbarLogger : Callback
{
    private Progress? _progress;
    private bool _inFit;

    private Progress Progress => _progress ??= new Progress(Params.Verbose, Params.Steps, Keras.Messages);

    /// <inheritdoc/>
    public override void OnTrainBegin() => (_inFit, _progress) = (true, null);

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => _inFit = false;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => Progress.BeginEpoch(epoch, Params.Epochs);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => Progress.Step(logs, batch + 1);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => Progress.End(logs);

    /// <inheritdoc/>
    public override void OnTestBegin() => Begin();

    /// <inheritdoc/>
    public override void OnTestBatchEnd(int batch, Logs logs)
    {
        // Inside Fit the validation is silent.
        if (!_inFit)
        {
            Progress.Step(logs, batch + 1);
        }
    }

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs)
    {
        if (!_inFit)
        {
            Progress.End(logs);
        }
    }

    /// <inheritdoc/>
    public override void OnPredictBegin() => Begin();

    /// <inheritdoc/>
    public override void OnPredictBatchEnd(int batch) => Progress.Step(null, batch + 1);

    /// <inheritdoc/>
    public override void OnPredictEnd() => Progress.End(null);

    private void Begin()
    {
        if (!_inFit)
        {
            _progress = null;
            Progress.Begin();
        }
    }
}

using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Called while a model trains, is evaluated or predicts. Override what you need.</summary>
/// <remarks>Python: <c>keras.callbacks.Callback</c>.</remarks>
public abstract class Callback
{
    /// <summary>The model; set before the first call.</summary>
    public Model Model { get => field ?? throw new InvalidOperationException("The callback is not in use: its model is known only during Fit, Evaluate and Predict."); internal set; }

    /// <summary>Epochs, steps and verbosity of the run.</summary>
    public CallbackParams Params { get; internal set; } = new(1, null, 1);

    /// <summary>Before training.</summary>
    public virtual void OnTrainBegin()
    {
    }

    /// <summary>After training, also when it was ended early.</summary>
    public virtual void OnTrainEnd(Logs logs)
    {
    }

    /// <summary>Before an epoch.</summary>
    public virtual void OnEpochBegin(int epoch)
    {
    }

    /// <summary>After an epoch and its validation; <paramref name="logs"/> has <c>val_…</c> where there was one.</summary>
    public virtual void OnEpochEnd(int epoch, Logs logs)
    {
    }

    /// <summary>Before a training step.</summary>
    public virtual void OnTrainBatchBegin(int batch)
    {
    }

    /// <summary>After a training step.</summary>
    public virtual void OnTrainBatchEnd(int batch, Logs logs)
    {
    }

    /// <summary>Before an evaluation.</summary>
    public virtual void OnTestBegin()
    {
    }

    /// <summary>After an evaluation.</summary>
    public virtual void OnTestEnd(Logs logs)
    {
    }

    /// <summary>Before an evaluation step.</summary>
    public virtual void OnTestBatchBegin(int batch)
    {
    }

    /// <summary>After an evaluation step.</summary>
    public virtual void OnTestBatchEnd(int batch, Logs logs)
    {
    }

    /// <summary>Before a prediction.</summary>
    public virtual void OnPredictBegin()
    {
    }

    /// <summary>After a prediction.</summary>
    public virtual void OnPredictEnd()
    {
    }

    /// <summary>Before a prediction step.</summary>
    public virtual void OnPredictBatchBegin(int batch)
    {
    }

    /// <summary>After a prediction step.</summary>
    public virtual void OnPredictBatchEnd(int batch)
    {
    }
}

using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>A callback made of functions.</summary>
/// <remarks>Python: <c>keras.callbacks.LambdaCallback</c>.</remarks>
/// <param name="onEpochBegin">Before an epoch.</param>
/// <param name="onEpochEnd">After an epoch.</param>
/// <param name="onTrainBegin">Before training.</param>
/// <param name="onTrainEnd">After training.</param>
/// <param name="onTrainBatchBegin">Before a training step.</param>
/// <param name="onTrainBatchEnd">After a training step.</param>
public sealed class LambdaCallback(
    Action<int>? onEpochBegin = null, Action<int, Logs>? onEpochEnd = null, Action? onTrainBegin = null, Action<Logs>? onTrainEnd = null,
    Action<int>? onTrainBatchBegin = null, Action<int, Logs>? onTrainBatchEnd = null) : Callback
{
    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => onEpochBegin?.Invoke(epoch);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => onEpochEnd?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainBegin() => onTrainBegin?.Invoke();

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => onTrainEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch) => onTrainBatchBegin?.Invoke(batch);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => onTrainBatchEnd?.Invoke(batch, logs);
}

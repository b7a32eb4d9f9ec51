using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Ends training when the loss is no number any more.</summary>
/// <remarks>Python: <c>keras.callbacks.TerminateOnNaN</c>.</remarks>
public sealed class TerminateOnNaN : Callback
{
    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        if (logs.TryGetValue("loss", out var loss) && !double.IsFinite(loss))
        {
            Console.WriteLine($"Batch {batch}: Invalid loss, terminating training");
            Model.StopTraining = true;
        }
    }
}

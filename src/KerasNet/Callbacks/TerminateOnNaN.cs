using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Ends training when the loss is no number any more.</summary>
/// <remarks>Python: <c>keras.callbacks.TerminateOnNaN</c>.</remarks>
/// <param name="raiseError">Whether that is an error.</param>
/// <exception cref="InvalidOperationException">In training: the loss is no number, and <paramref name="raiseError"/> is true.</exception>
public sealed class TerminateOnNaN(bool raiseError = false) : Callback
{
    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        if (!logs.TryGetValue("loss", out var loss) || double.IsFinite(loss))
        {
            return;
        }

        if (raiseError)
        {
            throw new InvalidOperationException($"NaN or Inf loss encountered at batch {batch} of model '{Model.Name}'. Loss value: {loss}. Terminating training immediately. Lower the learning rate, clip gradients, or look for NaN in the data.");
        }

        Keras.Messages.WriteLine($"Batch {batch}: Invalid loss, terminating training");
        Model.StopTraining = true;
    }
}

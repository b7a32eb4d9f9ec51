using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Sets the learning rate at the beginning of each epoch, by a function.</summary>
/// <remarks>Python: <c>keras.callbacks.LearningRateScheduler</c>. The logs of each epoch get <c>learning_rate</c>.</remarks>
public sealed class LearningRateScheduler : Callback
{
    private readonly Func<int, double, double> _schedule;
    private readonly int _verbose;

    /// <summary>A function of the epoch, from 0, and the rate so far.</summary>
    /// <param name="schedule">Gives the new rate.</param>
    /// <param name="verbose">1: says so.</param>
    public LearningRateScheduler(Func<int, double, double> schedule, int verbose = 0) => (_schedule, _verbose) = (schedule, verbose);

    /// <summary>A function of the epoch, from 0.</summary>
    /// <param name="schedule">Gives the new rate.</param>
    /// <param name="verbose">1: says so.</param>
    public LearningRateScheduler(Func<int, double> schedule, int verbose = 0)
        : this((epoch, _) => schedule(epoch), verbose)
    {
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        var optimizer = Model.Optimizer!;
        var rate = _schedule(epoch, optimizer.LearningRate.Value);
        optimizer.LearningRate = rate;
        if (_verbose > 0)
        {
            Keras.Messages.WriteLine($"\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {PythonNumber.Repr(rate)}.");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => logs["learning_rate"] = Model.Optimizer!.LearningRate.Value;
}

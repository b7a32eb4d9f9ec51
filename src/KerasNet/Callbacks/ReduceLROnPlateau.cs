using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Lowers the learning rate when a value has stopped getting better.</summary>
/// <remarks>Python: <c>keras.callbacks.ReduceLROnPlateau</c>. The logs of each epoch get <c>learning_rate</c>.</remarks>
/// <param name="monitor">The value: <c>val_loss</c>, <c>accuracy</c>, …</param>
/// <param name="factor">By what the rate is multiplied; less than 1.</param>
/// <param name="patience">Epochs without a better value after which it is.</param>
/// <param name="verbose">1: says so.</param>
/// <param name="mode"><c>min</c>, <c>max</c> or <c>auto</c>: what the metric says of itself.</param>
/// <param name="minDelta">Smallest change that counts as better.</param>
/// <param name="cooldown">Epochs after a reduction in which nothing is counted.</param>
/// <param name="minLr">Lowest rate.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is 1 or more.</exception>
public sealed class ReduceLROnPlateau(
    string monitor = "val_loss", double factor = 0.1, int patience = 10, int verbose = 0, string mode = "auto", double minDelta = 1e-4, int cooldown = 0, double minLr = 0.0)
    : MonitorCallback(monitor, mode, null, minDelta)
{
    private readonly double _factor = factor < 1 ? factor : throw new ArgumentOutOfRangeException(nameof(factor), $"ReduceLROnPlateau does not support a factor >= 1.0. Received: factor={factor}.");
    private int _cooling;
    private int _wait;

    /// <inheritdoc/>
    public override void OnTrainBegin() => (Best, _cooling, _wait) = (null, 0, 0);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        logs["learning_rate"] = Model.Optimizer!.LearningRate.Value;
        if (Current(logs, "Learning rate reduction is conditioned on metric") is not { } current)
        {
            return;
        }

        if (_cooling > 0)
        {
            _cooling--;
            _wait = 0;
        }

        if (IsImprovement(current, Best))
        {
            Best = current;
            _wait = 0;
        }
        else if (_cooling == 0 && ++_wait >= patience && Reduce(epoch))
        {
            _cooling = cooldown;
            _wait = 0;
        }
    }

    private bool Reduce(int epoch)
    {
        var before = Model.Optimizer!.LearningRate.Value;
        if (before <= (float)minLr)
        {
            return false;
        }

        var rate = Math.Max(before * _factor, minLr);
        Model.Optimizer.LearningRate = rate;
        if (verbose > 0)
        {
            Keras.Messages.WriteLine($"\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {PythonNumber.Repr(rate)}.");
        }

        return true;
    }
}

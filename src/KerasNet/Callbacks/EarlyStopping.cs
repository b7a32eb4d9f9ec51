using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Ends training when a value has stopped getting better.</summary>
/// <remarks>Python: <c>keras.callbacks.EarlyStopping</c>.</remarks>
/// <param name="monitor">The value: <c>val_loss</c>, <c>accuracy</c>, …</param>
/// <param name="minDelta">Smallest change that counts as better.</param>
/// <param name="patience">Epochs without one after which training ends.</param>
/// <param name="verbose">1: says so.</param>
/// <param name="mode"><c>min</c>, <c>max</c> or <c>auto</c>: what the metric says of itself.</param>
/// <param name="baseline">What the value must beat at all.</param>
/// <param name="restoreBestWeights">Whether the weights of the best epoch come back.</param>
/// <param name="startFromEpoch">Epochs at the beginning that are not watched.</param>
public sealed class EarlyStopping(
    string monitor = "val_loss", double minDelta = 0, int patience = 0, int verbose = 0, string mode = "auto", double? baseline = null, bool restoreBestWeights = false, int startFromEpoch = 0)
    : MonitorCallback(monitor, mode, null, minDelta)
{
    private readonly int _patience = Require.NonNegative(patience);
    private IReadOnlyList<Tensor>? _bestWeights;
    private int _bestEpoch;
    private int _wait;

    /// <summary>The epoch at which training was ended; 0 when it was not.</summary>
    public int StoppedEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        (_wait, StoppedEpoch, Best, _bestWeights, _bestEpoch) = (0, 0, null, null, 0);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (Current(logs, "Early stopping conditioned on metric") is not { } current || epoch < startFromEpoch)
        {
            return;
        }

        if (restoreBestWeights && _bestWeights is null)
        {
            (_bestWeights, _bestEpoch) = (Model.GetWeights(), epoch);
        }

        _wait++;
        if (IsImprovement(current, Best))
        {
            (Best, _bestEpoch) = (current, epoch);
            if (restoreBestWeights)
            {
                _bestWeights = Model.GetWeights();
            }

            if (IsImprovement(current, baseline))
            {
                _wait = 0;
            }

            return;
        }

        if (_wait >= _patience && epoch > 0)
        {
            StoppedEpoch = epoch;
            Model.StopTraining = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs)
    {
        if (StoppedEpoch > 0 && verbose > 0)
        {
            Keras.Messages.WriteLine($"Epoch {StoppedEpoch + 1}: early stopping");
        }

        if (restoreBestWeights && _bestWeights is not null)
        {
            if (verbose > 0)
            {
                Keras.Messages.WriteLine($"Restoring model weights from the end of the best epoch: {_bestEpoch + 1}.");
            }

            WeightValues.Write(Model, Model.Weights, _bestWeights);
        }
    }
}

using KerasNet.Internal;
using KerasNet.Layers;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Ends training when a value has stopped getting better.</summary>
/// <remarks>Python: <c>keras.callbacks.EarlyStopping</c>.</remarks>
/// <param name="monitor">The value: <c>val_loss</c>, <c>accuracy</c>, …</param>
/// <param name="minDelta">Smallest change that counts as better.</param>
/// <param name="patience">Epochs without one after which training ends.</param>
/// <param name="verbose">1: says so.</param>
/// <param name="mode"><c>min</c>, <c>max</c> or <c>auto</c>, by the value's name.</param>
/// <param name="baseline">What the value must beat at all.</param>
/// <param name="restoreBestWeights">Whether the weights of the best epoch come back.</param>
/// <param name="startFromEpoch">Epochs at the beginning that are not watched.</param>
public sealed class EarlyStopping(
    string monitor = "val_loss", double minDelta = 0, int patience = 0, int verbose = 0, string mode = "auto", double? baseline = null, bool restoreBestWeights = false, int startFromEpoch = 0) : Callback
{
    private readonly string _mode = Require.OneOf(mode, ["auto", "min", "max"]);
    private readonly int _patience = Require.NonNegative(patience);
    private IReadOnlyList<Tensor>? _bestWeights;
    private double? _best;
    private int _bestEpoch;
    private int _wait;
    private bool _warned;

    /// <summary>The epoch at which training was ended; 0 when it was not.</summary>
    public int StoppedEpoch { get; private set; }

    private bool Greater => _mode == "max" || (_mode == "auto" && (monitor.Contains("acc", StringComparison.Ordinal) || monitor.Contains("auc", StringComparison.Ordinal)
        || monitor.Contains("precision", StringComparison.Ordinal) || monitor.Contains("recall", StringComparison.Ordinal) || monitor.Contains("f1", StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        (_wait, StoppedEpoch, _best, _bestWeights, _bestEpoch) = (0, 0, null, null, 0);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (!logs.TryGetValue(monitor, out var current))
        {
            if (!_warned)
            {
                Console.Error.WriteLine($"Early stopping conditioned on metric `{monitor}` which is not available. Available metrics are: {string.Join(",", logs.Keys)}");
                _warned = true;
            }

            return;
        }

        if (epoch < startFromEpoch)
        {
            return;
        }

        if (restoreBestWeights && _bestWeights is null)
        {
            (_bestWeights, _bestEpoch) = (Model.GetWeights(), epoch);
        }

        _wait++;
        if (_best is not { } best || IsBetter(current, best))
        {
            (_best, _bestEpoch) = (current, epoch);
            if (restoreBestWeights)
            {
                _bestWeights = Model.GetWeights();
            }

            if (baseline is not { } floor || IsBetter(current, floor))
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
            Console.WriteLine($"Epoch {StoppedEpoch + 1}: early stopping");
        }

        if (restoreBestWeights && _bestWeights is not null)
        {
            if (verbose > 0)
            {
                Console.WriteLine($"Restoring model weights from the end of the best epoch: {_bestEpoch + 1}.");
            }

            WeightValues.Write(Model, Model.Weights, _bestWeights);
        }
    }

    private bool IsBetter(double current, double reference) => Greater ? current - minDelta > reference : current + minDelta < reference;
}

using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>A callback that follows one value and knows whether it has become better.</summary>
/// <remarks>Python: <c>keras.src.callbacks.monitor_callback.MonitorCallback</c>.</remarks>
public abstract class MonitorCallback : Callback
{
    private readonly string _mode;
    private bool? _greater;
    private bool _warned;

    /// <summary>Keeps the arguments.</summary>
    /// <param name="monitor">The value: <c>val_loss</c>, <c>accuracy</c>, …</param>
    /// <param name="mode"><c>min</c>, <c>max</c> or <c>auto</c>: what the metric says of itself.</param>
    /// <param name="baseline">The first value to beat; null: none.</param>
    /// <param name="minDelta">Smallest change that counts as better.</param>
    protected MonitorCallback(string monitor = "val_loss", string mode = "auto", double? baseline = null, double minDelta = 0)
    {
        Monitor = monitor;
        _mode = Require.OneOf(mode, ["auto", "min", "max"]);
        Best = baseline;
        MinDelta = Math.Abs(minDelta);
    }

    /// <summary>The value that is followed.</summary>
    public string Monitor { get; }

    /// <summary>Smallest change that counts as better.</summary>
    public double MinDelta { get; }

    /// <summary>The best value so far; null before there is one.</summary>
    public double? Best { get; protected set; }

    /// <summary>The value among the logs; null when it is not there, which is said once.</summary>
    /// <param name="logs">Losses and metrics.</param>
    /// <param name="what">What needs it: <c>Early stopping conditioned on metric</c>.</param>
    protected double? Current(Logs logs, string what)
    {
        if (logs.TryGetValue(Monitor, out var value))
        {
            return value;
        }

        if (!_warned)
        {
            Console.Error.WriteLine($"{what} `{Monitor}` which is not available. Available metrics are: {string.Join(",", logs.Keys)}");
            _warned = true;
        }

        return null;
    }

    /// <summary>True where a value is better than another; anything is better than null.</summary>
    /// <exception cref="InvalidOperationException">Mode is auto, and the metric does not say whether more or less is better.</exception>
    protected bool IsImprovement(double value, double? reference)
    {
        if (reference is not { } old)
        {
            return true;
        }

        return (_greater ??= IsGreaterBetter()) ? value - MinDelta > old : value + MinDelta < old;
    }

    private bool IsGreaterBetter()
    {
        if (_mode != "auto")
        {
            return _mode == "max";
        }

        var name = Monitor.StartsWith("val_", StringComparison.Ordinal) ? Monitor[4..] : Monitor;
        if (name == "loss" || name.EndsWith("_loss", StringComparison.Ordinal))
        {
            return false;
        }

        var metric = Model.Trainer.Outputs?.Find(name) ?? Model.Metrics.FirstOrDefault(m => m.Name == name);
        return metric?.HigherIsBetter ?? throw new InvalidOperationException(
            $"{GetType().Name} callback received monitor={Monitor}, but the metric does not say whether it should be maximized or minimized. Pass mode: \"max\" or mode: \"min\".");
    }
}

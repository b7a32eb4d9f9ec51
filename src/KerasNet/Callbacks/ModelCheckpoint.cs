using System.Globalization;
using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Saves the model, or its weights, after epochs or batches: always, or when a value is the best so far.</summary>
/// <remarks>Python: <c>keras.callbacks.ModelCheckpoint</c>. A file is there as a whole or not at all, whenever the process ends.</remarks>
/// <param name="filepath">The file; <c>{epoch:02d}</c> and the names of logs, as <c>{val_loss:.2f}</c>, are filled in. It ends in <c>.keras</c> or <c>.h5</c>, with <paramref name="saveWeightsOnly"/> in <c>.weights.h5</c>.</param>
/// <param name="monitor">The value that is watched: <c>val_loss</c>, <c>accuracy</c>, …</param>
/// <param name="verbose">1: says what it does.</param>
/// <param name="saveBestOnly">Whether only a better model replaces the file.</param>
/// <param name="saveWeightsOnly">Whether the weights alone are saved.</param>
/// <param name="mode"><c>min</c>, <c>max</c> or <c>auto</c>, by the value's name.</param>
/// <param name="saveFreq">Batches from file to file; null: every epoch.</param>
/// <param name="initialValueThreshold">What the first file must beat.</param>
/// <exception cref="ArgumentException">The file's name has another end.</exception>
public sealed class ModelCheckpoint(
    string filepath, string monitor = "val_loss", int verbose = 0, bool saveBestOnly = false, bool saveWeightsOnly = false, string mode = "auto", int? saveFreq = null, double? initialValueThreshold = null) : Callback
{
    private readonly string _filepath = Checked(filepath, saveWeightsOnly);
    private readonly string _mode = Require.OneOf(mode, ["auto", "min", "max"]);
    private readonly int? _saveFreq = Require.Positive(saveFreq);
    private int _epoch;
    private int _batches;

    /// <summary>The best value so far; null before the first.</summary>
    public double? Best { get; private set; } = initialValueThreshold;

    private bool Greater => _mode == "max" || (_mode == "auto" && Array.Exists(["acc", "auc", "precision", "recall", "f1", "fmeasure"], w => monitor.Contains(w, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => _epoch = epoch;

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        if (_saveFreq is { } frequency && ++_batches >= frequency)
        {
            _batches = 0;
            Save(batch, logs);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        _epoch = epoch;
        if (_saveFreq is null)
        {
            Save(null, logs);
        }
    }

    private static string Checked(string path, bool weightsOnly) => weightsOnly
        ? path.EndsWith(".weights.h5", StringComparison.Ordinal) ? path
            : throw new ArgumentException($"When using `saveWeightsOnly: true` in ModelCheckpoint, the filepath provided must end in `.weights.h5` (Keras weights format). Received: filepath={path}")
        : path.EndsWith(".keras", StringComparison.Ordinal) || path.EndsWith(".h5", StringComparison.Ordinal) ? path
            : throw new ArgumentException($"The filepath provided must end in `.keras` (Keras model format). Received: filepath={path}");

    private void Save(int? batch, Logs logs)
    {
        var path = FormattedPath.Of(_filepath, _epoch, batch, logs);
        if (!IsDue(logs, path))
        {
            return;
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (saveWeightsOnly)
        {
            Model.SaveWeights(path);
        }
        else
        {
            Model.Save(path);
        }
    }

    private bool IsDue(Logs logs, string path)
    {
        if (!saveBestOnly)
        {
            Say($"saving model to {path}");
            return true;
        }

        if (!logs.TryGetValue(monitor, out var current))
        {
            Console.Error.WriteLine($"Can save best model only with {monitor} available.");
            return true;
        }

        var best = Best is { } b ? b.ToString("F5", CultureInfo.InvariantCulture) : "None";
        if (Best is { } old && !(Greater ? current > old : current < old))
        {
            Say($"{monitor} did not improve from {best}");
            return false;
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"{monitor} improved from {best} to {current:F5}, saving model to {path}"));
        Best = current;
        return true;
    }

    private void Say(string text)
    {
        if (verbose > 0)
        {
            Keras.Messages.WriteLine($"\nEpoch {_epoch + 1}: {text}");
        }
    }
}

using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Keeps a backup of a running training, and goes on from it when Fit is called again after an interruption.</summary>
/// <remarks>Python: <c>keras.callbacks.BackupAndRestore</c>. The backup holds weights, optimizer and epoch, and is removed at the end of training.</remarks>
/// <param name="backupDir">A folder of its own.</param>
/// <param name="saveFreq">Batches from backup to backup; null: every epoch.</param>
/// <param name="doubleCheckpoint">Whether the backup before the last is kept too, for the case that the last cannot be read.</param>
/// <param name="deleteCheckpoint">Whether the backup is removed when training has ended.</param>
public sealed class BackupAndRestore(string backupDir, int? saveFreq = null, bool doubleCheckpoint = false, bool deleteCheckpoint = true) : Callback
{
    private readonly string _folder = string.IsNullOrEmpty(backupDir) ? throw new ArgumentException("Empty `backupDir` argument passed. Give a folder.", nameof(backupDir)) : backupDir;
    private readonly int? _saveFreq = Require.Positive(saveFreq);
    private int _epoch;
    private int _batch;
    private int _batches;

    private string Weights => Path.Combine(_folder, "latest.weights.h5");

    private string Metadata => Path.Combine(_folder, "training_metadata.json");

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        try
        {
            Restore(string.Empty);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && File.Exists(Weights + ".bkp"))
        {
            Console.Error.WriteLine($"The backup in '{_folder}' cannot be read, so the one before it is taken: {e.Message}");
            Restore(".bkp");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => _epoch = epoch;

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        (_epoch, _batch) = (epoch + 1, 0);
        if (_saveFreq is null)
        {
            Save();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        _batch = batch;
        if (_saveFreq is { } frequency && ++_batches >= frequency)
        {
            _batches = 0;
            Save();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs)
    {
        if (deleteCheckpoint && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Restore(string suffix)
    {
        if (File.Exists(Weights + suffix))
        {
            Model.LoadWeights(Weights + suffix);
        }

        if (File.Exists(Metadata + suffix))
        {
            var metadata = Saving.ConfigText.Parse(File.ReadAllText(Metadata + suffix), $"'{Metadata + suffix}'");
            Model.RestoredEpoch = metadata["epoch"] is JsonValue epoch ? epoch.GetValue<int>() : throw new InvalidDataException($"'{Metadata + suffix}' has no epoch.");
        }
    }

    private void Save()
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in doubleCheckpoint ? (string[])[Weights, Metadata] : [])
        {
            if (File.Exists(file))
            {
                File.Copy(file, file + ".bkp", overwrite: true);
            }
        }

        Model.SaveWeights(Weights);
        var metadata = new JsonObject { ["epoch"] = _epoch, ["batch"] = _batch };
        Saving.WholeFile.Write(Metadata, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(metadata.ToJsonString())));
    }
}

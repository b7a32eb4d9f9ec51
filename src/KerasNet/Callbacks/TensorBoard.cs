using System.Diagnostics;
using KerasNet.Internal;
using KerasNet.Optimizers;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Writes losses, metrics, weights and the model's layers for TensorBoard: <c>tensorboard --logdir logs</c>.</summary>
/// <remarks>Python: <c>keras.callbacks.TensorBoard</c>. Training is written to the folder <c>train</c>, validation to <c>validation</c>, under Python's names.</remarks>
/// <param name="logDir">The folder.</param>
/// <param name="histogramFreq">Epochs between two histograms of the weights; 0: none.</param>
/// <param name="writeGraph">Whether the model's layers are written.</param>
/// <param name="writeStepsPerSecond">Whether the speed is written.</param>
/// <param name="updateFreq"><c>"epoch"</c>, <c>"batch"</c>, or a number of batches.</param>
public sealed class TensorBoard(string logDir = "logs", int histogramFreq = 0, bool writeGraph = true, bool writeStepsPerSecond = false, UpdateFreq? updateFreq = null) : Callback, IDisposable
{
    private readonly int _histogramFreq = Require.NonNegative(histogramFreq);
    private readonly int? _batches = (updateFreq ?? "epoch").Batches;
    private EventFile? _train;
    private EventFile? _validation;
    private long _trainBatch;
    private long _epochStart;
    private long _batchStart;
    private double _stepsBefore;

    private EventFile Train => _train ??= new EventFile(Path.Combine(logDir, "train"));

    private EventFile Validation => _validation ??= new EventFile(Path.Combine(logDir, "validation"));

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        Dispose();
        _trainBatch = 0;
        if (writeGraph && Model.Graph is not null)
        {
            Train.KerasModel("keras", Saving.ObjectSerializer.Serialize(Model).ToJsonString(), 0);
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => Dispose();

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        if (writeStepsPerSecond)
        {
            (_epochStart, _stepsBefore) = (Stopwatch.GetTimestamp(), Steps());
        }
    }

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch)
    {
        _trainBatch++;
        _batchStart = Stopwatch.GetTimestamp();
    }

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        if (_batches is not { } every || _trainBatch % every != 0)
        {
            return;
        }

        if (writeStepsPerSecond)
        {
            Train.Scalar("batch_steps_per_second", 1 / Stopwatch.GetElapsedTime(_batchStart).TotalSeconds, _trainBatch);
        }

        foreach (var (name, value) in logs)
        {
            Train.Scalar("batch_" + name, value, _trainBatch);
        }
    }

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs)
    {
        if (Model.Optimizer is { Built: true })
        {
            foreach (var (name, value) in logs)
            {
                Validation.Scalar($"evaluation_{name}_vs_iterations", value, (long)Steps());
            }

            Validation.Flush();
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        foreach (var (name, value) in logs)
        {
            if (name.StartsWith("val_", StringComparison.Ordinal))
            {
                Validation.Scalar("epoch_" + name[4..], value, epoch);
            }
            else
            {
                Train.Scalar("epoch_" + name, value, epoch);
            }
        }

        if (!logs.ContainsKey("learning_rate"))
        {
            Train.Scalar("epoch_learning_rate", Optimizer().LearningRate.Value, epoch);
        }

        if (writeStepsPerSecond)
        {
            Train.Scalar("epoch_steps_per_second", (Steps() - _stepsBefore) / Stopwatch.GetElapsedTime(_epochStart).TotalSeconds, epoch);
        }

        if (_histogramFreq > 0 && epoch % _histogramFreq == 0)
        {
            WriteWeights(epoch);
        }

        _train?.Flush();
        _validation?.Flush();
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _train?.Dispose();
        _validation?.Dispose();
        (_train, _validation) = (null, null);
    }

    private void WriteWeights(int epoch)
    {
        foreach (var layer in Model.Layers)
        {
            foreach (var (weight, value) in layer.Weights.Zip(layer.GetWeights()))
            {
                using var untraced = Graphs.Graph.Leave();
                Train.Histogram($"{weight.Path.Replace(':', '_')}/histogram", Ops.Cast(value, DataType.Float64).AsSpan<double>(), epoch);
            }
        }
    }

    private Optimizer Optimizer() => Model.Optimizer is LossScaleOptimizer scaled ? scaled.InnerOptimizer : Model.Optimizer!;

    private double Steps() => Optimizer().Iterations.ReadNow().ToDouble();
}

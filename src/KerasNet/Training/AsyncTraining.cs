using KerasNet.Training;

namespace KerasNet;

/// <summary>Training on a thread of its own, for programs whose own thread must stay free.</summary>
public static class AsyncTraining
{
    /// <summary><see cref="Model.Fit(Data, Data?, int?, int, int, IReadOnlyList{Callbacks.Callback}?, double, ValidationData?, bool, IReadOnlyDictionary{int, double}?, Data?, int, int?, int?, int?, ValidationFreq?, IProgress{EpochProgress}?, CancellationToken)"/> on a thread of its own.</summary>
    /// <returns>A task with losses and metrics of each epoch; cancelled when the token was.</returns>
    public static Task<History> FitAsync(
        this Model model, Data x, Data? y = null, int? batchSize = null, int epochs = 1, int verbose = 1, IReadOnlyList<Callbacks.Callback>? callbacks = null,
        double validationSplit = 0, ValidationData? validationData = null, bool shuffle = true, IReadOnlyDictionary<int, double>? classWeight = null,
        Data? sampleWeight = null, int initialEpoch = 0, int? stepsPerEpoch = null, int? validationSteps = null, int? validationBatchSize = null,
        ValidationFreq? validationFreq = null, IProgress<EpochProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Start(
            () => model.Fit(
                x, y, batchSize, epochs, verbose, callbacks, validationSplit, validationData, shuffle, classWeight, sampleWeight, initialEpoch, stepsPerEpoch, validationSteps, validationBatchSize,
                validationFreq, progress, cancellationToken),
            cancellationToken);

    /// <summary>Training on batches of a generator or a <see cref="PyDataset"/>, on a thread of its own.</summary>
    /// <returns>A task with losses and metrics of each epoch; cancelled when the token was.</returns>
    public static Task<History> FitAsync(
        this Model model, BatchSource x, int epochs = 1, int verbose = 1, IReadOnlyList<Callbacks.Callback>? callbacks = null, ValidationData? validationData = null,
        bool shuffle = true, IReadOnlyDictionary<int, double>? classWeight = null, int initialEpoch = 0, int? stepsPerEpoch = null, int? validationSteps = null,
        ValidationFreq? validationFreq = null, IProgress<EpochProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Start(
            () => model.Fit(x, epochs, verbose, callbacks, validationData, shuffle, classWeight, initialEpoch, stepsPerEpoch, validationSteps, validationFreq, progress, cancellationToken),
            cancellationToken);

    private static Task<History> Start(Func<History> fit, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(fit, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

using KerasNet.Callbacks;
using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>Fit, Evaluate and Predict of a model, on whatever backend: one compiled step, run batch after batch.</summary>
internal sealed class Trainer(Model model) : IDisposable
{
    private readonly Lock _building = new();
    private readonly StepCache _steps = new(model);
    private IReadOnlyList<KerasVariable>? _trained;
    private Accumulator? _onTrainBatch;
    private Accumulator? _onTestBatch;
    private int _running;

    /// <summary>The scope in which the model was made.</summary>
    public Internal.KerasState State => _steps.State;

    public CompileOptions? Options { get; private set; }

    public History? History { get; private set; }

    /// <summary>Losses and metrics of Compile, once their outputs are known.</summary>
    public StepOutputs? Outputs { get; set; }

    /// <summary>The loss as a metric, when somebody has asked for the metrics.</summary>
    public Mean? KnownLossTracker { get; private set; }

    /// <summary>Metrics that Compile made: the loss and those that the user named.</summary>
    public IEnumerable<Metric> Metrics => Options is null ? [] : [KnownLossTracker ??= new Mean("loss"), .. Outputs?.Metrics ?? []];

    public void Compile(CompileOptions options)
    {
        Forget();
        Options = options.ScaledFor(model.DType);
        KnownLossTracker = null;
        _trained = model.Built ? model.TrainableWeights : null;
    }

    /// <summary>Drops what was traced: the model has other layers now.</summary>
    public void Forget()
    {
        (Outputs, _trained, _onTrainBatch, _onTestBatch) = (null, null, null, null);
        _steps.Clear();
    }

    /// <summary>The weights that training changes: those that were trainable at Compile.</summary>
    public IReadOnlyList<KerasVariable> Trained() => _trained ??= model.TrainableWeights;

    public History Fit(Data x, Data? y, Data? sampleWeight, double validationSplit, FitOptions options)
    {
        var source = new ArraySource(x, y, sampleWeight);
        if (validationSplit != 0 && options.ValidationData is null)
        {
            (source, var validation) = source.Split(validationSplit);
            options = options with { ValidationData = new ValidationData(validation) };
        }

        return Fit(source, options);
    }

    public History Fit(BatchSource source, FitOptions options)
    {
        using var exclusive = Exclusive("Fit");
        using var scope = Keras.Enter(_steps.State);
        CheckCompiled();
        WarnOfFrozen();
        options = options with { Epochs = Limits.Epochs(options.Epochs), StepsPerEpoch = Limits.Steps(options.StepsPerEpoch, source, options.BatchSize) };
        var classWeights = options.ClassWeight is not null;
        var choice = new StepChoice(Compiled(source.Peek(options.BatchSize), true, classWeights), batch => Compiled(batch, true, classWeights));
        var accumulator = new Accumulator(choice.Current);
        Action<FeedBuffers> run = accumulator.Run;
        var steps = options.StepsPerEpoch ?? source.Count(options.BatchSize);
        var callbacks = new CallbackList(options.Callbacks, addHistory: true, options.Verbose != 0, model, new CallbackParams(options.Epochs, steps, options.Verbose));
        var history = History = callbacks.History!;
        model.StopTraining = false;
        callbacks.OnTrainBegin();
        using var batches = new EpochBatches(source, options);
        var logs = accumulator.Logs;
        for (var epoch = model.TakeRestoredEpoch() ?? options.InitialEpoch; epoch < options.Epochs && !model.StopTraining; epoch++)
        {
            accumulator.Reset(choice.Current);
            callbacks.OnEpochBegin(epoch);
            using (var feeds = new Prefetcher(batches.Next(), choice, source, options.BatchSize, options.ClassWeight))
            {
                var loop = new StepLoop(feeds, options.StepsPerEpoch, Options!.StepsPerExecution, options.CancellationToken);
                while (loop.Begin() && !model.StopTraining)
                {
                    callbacks.OnTrainBatchBegin(loop.First);
                    loop.Run(run);
                    callbacks.OnTrainBatchEnd(loop.Last, accumulator.Logs);
                }
            }

            source.EndEpoch();
            accumulator.TellLoss(KnownLossTracker);
            logs = accumulator.Logs.Copy();
            if (options.ValidationData is { } validation && options.ValidationFreq.Includes(epoch))
            {
                var size = options.ValidationBatchSize ?? options.BatchSize;
                var tested = Run(validation.Source, size, Limits.Steps(options.ValidationSteps, validation.Source, size), callbacks, options.CancellationToken);
                foreach (var name in tested.Keys)
                {
                    logs.Take("val_" + name, tested, name);
                }
            }

            callbacks.OnEpochEnd(epoch, logs);
            options.Progress?.Report(new EpochProgress(epoch, options.Epochs, logs));
        }

        Options!.Optimizer.FinalizeVariableValues(Trained());
        callbacks.OnTrainEnd(logs);
        return history;
    }

    public Logs Evaluate(BatchSource source, int? batchSize, int verbose, int? steps, IReadOnlyList<Callback> callbacks, CancellationToken cancellationToken)
    {
        using var exclusive = Exclusive("Evaluate");
        using var scope = Keras.Enter(_steps.State);
        steps = Limits.Steps(steps, source, batchSize);
        var count = steps ?? source.Count(batchSize);
        return Run(source, batchSize, steps, new CallbackList(callbacks, addHistory: false, verbose != 0, model, new CallbackParams(1, count, verbose)), cancellationToken);
    }

    public Arrays Predict(BatchSource source, int? batchSize, int verbose, int? steps, IReadOnlyList<Callback> callbacks, CancellationToken cancellationToken)
    {
        using var scope = Keras.Enter(_steps.State);
        steps = Limits.Steps(steps, source, batchSize);
        var eager = Options?.RunEagerly == true;
        var choice = new StepChoice(_steps.Predict(source.Peek(batchSize), eager, _building), batch => _steps.Predict(batch, eager, _building));
        var results = new PredictResults(choice.Current, (source as ArraySource)?.Rows);
        var list = new CallbackList(callbacks, addHistory: false, verbose != 0, model, new CallbackParams(1, steps ?? source.Count(batchSize), verbose));
        list.OnPredictBegin();
        using (var feeds = new Prefetcher(source.Epoch(batchSize, shuffle: false), choice, source, batchSize, null))
        {
            var loop = new StepLoop(feeds, steps, Options?.StepsPerExecution ?? 1, cancellationToken);
            Action<FeedBuffers> run = results.Run;
            while (loop.Begin())
            {
                list.OnPredictBatchBegin(loop.First);
                loop.Run(run);
                list.OnPredictBatchEnd(loop.Last);
            }
        }

        list.OnPredictEnd();
        return results.ToArrays();
    }

    public Arrays PredictOnBatch(Data x) =>
        Predict(new ArraySource(x, null, null), x.Columns[0].Rows, 0, null, [], CancellationToken.None);

    public Logs TrainOnBatch(Data x, Data? y, Data? sampleWeight, IReadOnlyDictionary<int, double>? classWeight)
    {
        using var exclusive = Exclusive("TrainOnBatch");
        using var scope = Keras.Enter(_steps.State);
        CheckCompiled();
        WarnOfFrozen();
        return Once(new Batch(x, y, sampleWeight), classWeight, training: true, ref _onTrainBatch);
    }

    public Logs TestOnBatch(Data x, Data? y, Data? sampleWeight)
    {
        using var exclusive = Exclusive("TestOnBatch");
        using var scope = Keras.Enter(_steps.State);
        CheckCompiled();
        return Once(new Batch(x, y, sampleWeight), null, training: false, ref _onTestBatch);
    }

    public void ResetMetrics()
    {
        (_onTrainBatch, _onTestBatch) = (null, null);
        foreach (var metric in model.Metrics)
        {
            metric.ResetState();
        }
    }

    public void Dispose() => _steps.Clear();

    private Logs Once(Batch data, IReadOnlyDictionary<int, double>? classWeight, bool training, ref Accumulator? accumulator)
    {
        _ = new ArraySource(data.X, data.Y, data.SampleWeight);
        var step = Compiled(data, training, classWeight is not null);
        accumulator ??= new Accumulator(step);
        accumulator.Reset(step);
        var buffers = step.SpareBuffers ??= new FeedBuffers();
        buffers.Fill(step, new BatchRef(data, default), classWeight);
        accumulator.Run(buffers);
        accumulator.TellLoss(KnownLossTracker);
        return accumulator.Logs.Copy();
    }

    private Logs Run(BatchSource source, int? batchSize, int? steps, CallbackList callbacks, CancellationToken cancellationToken)
    {
        CheckCompiled();
        var choice = new StepChoice(Compiled(source.Peek(batchSize), false, false), batch => Compiled(batch, false, false));
        var accumulator = new Accumulator(choice.Current);
        accumulator.Reset(choice.Current);
        callbacks.OnTestBegin();
        using (var feeds = new Prefetcher(source.Epoch(batchSize, shuffle: false), choice, source, batchSize, null))
        {
            var loop = new StepLoop(feeds, steps, Options!.StepsPerExecution, cancellationToken);
            Action<FeedBuffers> run = accumulator.Run;
            while (loop.Begin())
            {
                callbacks.OnTestBatchBegin(loop.First);
                loop.Run(run);
                callbacks.OnTestBatchEnd(loop.Last, accumulator.Logs);
            }
        }

        accumulator.TellLoss(KnownLossTracker);
        callbacks.OnTestEnd(accumulator.Logs);
        return accumulator.Logs;
    }

    private Step Compiled(Batch batch, bool training, bool classWeights) => _steps.Compiled(batch, training, classWeights, Options!, _building);

    private void CheckCompiled()
    {
        if (Options is null)
        {
            throw new InvalidOperationException($"You must call Compile() before calling Fit, Evaluate or their batch forms. Model '{model.Name}' is not compiled.");
        }
    }

    private void WarnOfFrozen()
    {
        if (_trained is null || model.TrainableWeights is var now && _trained.SequenceEqual(now))
        {
            return;
        }

        var changed = _trained.Except(now).Concat(now.Except(_trained)).ToHashSet();
        var layers = model.SubLayers.Where(l => l.Weights.Any(changed.Contains)).Select(l => l.Name);
        Console.Error.WriteLine($"Model '{model.Name}': Trainable was changed after Compile, of {string.Join(", ", layers)}. It takes effect at the next Compile: call it before Fit.");
    }

    private Busy Exclusive(string what) => Interlocked.CompareExchange(ref _running, 1, 0) == 0
        ? new Busy(this)
        : throw new InvalidOperationException($"{what} of model '{model.Name}' was called while another Fit, Evaluate or TrainOnBatch of it runs. Only Predict and Apply are concurrent.");

    private readonly ref struct Busy(Trainer trainer)
    {
        public void Dispose() => Volatile.Write(ref trainer._running, 0);
    }
}

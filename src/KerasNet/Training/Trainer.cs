using KerasNet.Callbacks;

namespace KerasNet.Training;

/// <summary>Fit, Evaluate and Predict of a model, on whatever backend: one compiled step, run batch after batch.</summary>
internal sealed class Trainer(Model model) : IDisposable
{
    private readonly Lock _building = new();
    private readonly StepCache _steps = new(model);
    private StepOutputs? _outputs;
    private Accumulator? _onTrainBatch;
    private Accumulator? _onTestBatch;
    private int _running;

    public CompileOptions? Options { get; private set; }

    public History? History { get; private set; }

    public void Compile(CompileOptions options)
    {
        Options = options;
        _outputs = null;
        (_onTrainBatch, _onTestBatch) = (null, null);
        _steps.Clear();
    }

    public History Fit(Data x, Data? y, Data? sampleWeight, double validationSplit, FitOptions options)
    {
        var source = new ArraySource(x, y, sampleWeight);
        if (validationSplit > 0 && options.ValidationData is null)
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
        WarnOfFrozen();
        var first = source.Peek(options.BatchSize);
        var step = Compiled(first, training: true, options.ClassWeight is not null);
        var accumulator = new Accumulator(step.Outputs!);
        var buffers = Buffers(step);
        var steps = options.StepsPerEpoch ?? source.Count(options.BatchSize);
        var progress = new Progress(options.Verbose, steps, Console.Out);
        var callbacks = CallbackList.For(model, options.Callbacks, new CallbackParams(options.Epochs, steps, options.Verbose));
        var history = History = new History();
        model.StopTraining = false;
        callbacks.OnTrainBegin();
        IEnumerator<BatchRef>? endless = null;
        var logs = accumulator.Logs;
        for (var epoch = options.InitialEpoch; epoch < options.Epochs && !model.StopTraining; epoch++)
        {
            accumulator.Reset();
            callbacks.OnEpochBegin(epoch);
            progress.BeginEpoch(epoch, options.Epochs);
            var batches = EpochBatches(source, options, ref endless);
            using (var feeds = new Prefetcher(batches, buffers, source is not ArraySource, (options.BatchSize ?? 32) * step.BytesPerSample, options.ClassWeight))
            {
                for (var batch = 0; (options.StepsPerEpoch is not { } most || batch < most) && feeds.Next() is { } feed; batch++)
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    callbacks.OnTrainBatchBegin(batch);
                    step.Executable.Run(feed.Feeds, accumulator.Place);
                    accumulator.Add(feed.Rows);
                    callbacks.OnTrainBatchEnd(batch, accumulator.Logs);
                    progress.Step(accumulator.Logs);
                    if (model.StopTraining)
                    {
                        break;
                    }
                }
            }

            source.EndEpoch();
            logs = accumulator.Logs.Copy();
            if (options.ValidationData is { } validation && (epoch + 1) % options.ValidationFreq == 0)
            {
                foreach (var (name, value) in Run(validation.Source, options.ValidationBatchSize ?? options.BatchSize, 0, options.ValidationSteps, callbacks, options.CancellationToken))
                {
                    logs["val_" + name] = value;
                }
            }

            progress.End(logs);
            callbacks.OnEpochEnd(epoch, logs);
            history.Add(epoch, logs);
            options.Progress?.Report(new EpochProgress(epoch, options.Epochs, logs));
        }

        callbacks.OnTrainEnd(logs);
        Options!.Optimizer.FinalizeVariableValues(model.TrainableWeights);
        endless?.Dispose();
        return history;
    }

    public Logs Evaluate(BatchSource source, int? batchSize, int verbose, int? steps, IReadOnlyList<Callback> callbacks, CancellationToken cancellationToken)
    {
        using var exclusive = Exclusive("Evaluate");
        using var scope = Keras.Enter(_steps.State);
        var count = steps ?? source.Count(batchSize);
        return Run(source, batchSize, verbose, steps, CallbackList.For(model, callbacks, new CallbackParams(1, count, verbose)), cancellationToken);
    }

    public Arrays Predict(BatchSource source, int? batchSize, int verbose, int? steps, IReadOnlyList<Callback> callbacks, CancellationToken cancellationToken)
    {
        using var scope = Keras.Enter(_steps.State);
        var first = source.Peek(batchSize);
        var step = _steps.Predict(first, _building);
        var results = new PredictResults(step, (source as ArraySource)?.Rows);
        var progress = new Progress(verbose, steps ?? source.Count(batchSize), Console.Out);
        var list = CallbackList.For(model, callbacks, new CallbackParams(1, source.Count(batchSize), verbose));
        list.OnPredictBegin();
        progress.Begin();
        using (var feeds = new Prefetcher(source.Epoch(batchSize, shuffle: false), Buffers(step), source is not ArraySource, (batchSize ?? 32) * step.BytesPerSample, null))
        {
            for (var batch = 0; (steps is not { } most || batch < most) && feeds.Next() is { } feed; batch++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                list.OnPredictBatchBegin(batch);
                results.Run(feed.Feeds, feed.Rows);
                list.OnPredictBatchEnd(batch);
                progress.Step(null);
            }
        }

        progress.End(null);
        list.OnPredictEnd();
        return results.ToArrays();
    }

    public Arrays PredictOnBatch(Data x) =>
        Predict(new ArraySource(x, null, null), x.Columns[0].Rows, 0, null, [], CancellationToken.None);

    public Logs TrainOnBatch(Data x, Data? y, Data? sampleWeight, IReadOnlyDictionary<int, double>? classWeight)
    {
        using var exclusive = Exclusive("TrainOnBatch");
        using var scope = Keras.Enter(_steps.State);
        return Once(new Batch(x, y, sampleWeight), classWeight, training: true, ref _onTrainBatch);
    }

    public Logs TestOnBatch(Data x, Data? y, Data? sampleWeight)
    {
        using var exclusive = Exclusive("TestOnBatch");
        using var scope = Keras.Enter(_steps.State);
        return Once(new Batch(x, y, sampleWeight), null, training: false, ref _onTestBatch);
    }

    public void ResetMetrics()
    {
        _onTrainBatch?.Reset();
        _onTestBatch?.Reset();
    }

    public void Dispose() => _steps.Clear();

    private Logs Once(Batch data, IReadOnlyDictionary<int, double>? classWeight, bool training, ref Accumulator? accumulator)
    {
        _ = new ArraySource(data.X, data.Y, data.SampleWeight);
        var step = Compiled(data, training, classWeight is not null);
        accumulator ??= new Accumulator(step.Outputs!);
        var buffers = step.SpareBuffers ??= new FeedBuffers(step.Feeds);
        buffers.Fill(new BatchRef(data, default), classWeight);
        step.Executable.Run(buffers.Feeds, accumulator.Place);
        accumulator.Add(buffers.Rows);
        return accumulator.Logs.Copy();
    }

    private Logs Run(BatchSource source, int? batchSize, int verbose, int? steps, CallbackList callbacks, CancellationToken cancellationToken)
    {
        var step = Compiled(source.Peek(batchSize), training: false, classWeights: false);
        var accumulator = new Accumulator(step.Outputs!);
        accumulator.Reset();
        var progress = new Progress(verbose, steps ?? source.Count(batchSize), Console.Out);
        progress.Begin();
        callbacks.OnTestBegin();
        using (var feeds = new Prefetcher(source.Epoch(batchSize, shuffle: false), Buffers(step), source is not ArraySource, (batchSize ?? 32) * step.BytesPerSample, null))
        {
            for (var batch = 0; (steps is not { } most || batch < most) && feeds.Next() is { } feed; batch++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                callbacks.OnTestBatchBegin(batch);
                step.Executable.Run(feed.Feeds, accumulator.Place);
                accumulator.Add(feed.Rows);
                callbacks.OnTestBatchEnd(batch, accumulator.Logs);
                progress.Step(accumulator.Logs);
            }
        }

        progress.End(accumulator.Logs);
        callbacks.OnTestEnd(accumulator.Logs);
        return accumulator.Logs;
    }

    /// <summary>With stepsPerEpoch the data goes on where the last epoch ended.</summary>
    private static IEnumerable<BatchRef> EpochBatches(BatchSource source, FitOptions options, ref IEnumerator<BatchRef>? endless)
    {
        if (options.StepsPerEpoch is not { } steps)
        {
            return source.Epoch(options.BatchSize, options.Shuffle);
        }

        endless ??= Endless(source, options).GetEnumerator();
        return Take(endless, steps);
    }

    private static IEnumerable<BatchRef> Endless(BatchSource source, FitOptions options)
    {
        while (true)
        {
            var any = false;
            foreach (var batch in source.Epoch(options.BatchSize, options.Shuffle))
            {
                any = true;
                yield return batch;
            }

            if (!any)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<BatchRef> Take(IEnumerator<BatchRef> batches, int count)
    {
        for (var i = 0; i < count && batches.MoveNext(); i++)
        {
            yield return batches.Current;
        }
    }

    private static FeedBuffers[] Buffers(Step step) => [new(step.Feeds), new(step.Feeds), new(step.Feeds)];

    private Step Compiled(Batch batch, bool training, bool classWeights)
    {
        if (Options is null)
        {
            throw new InvalidOperationException($"You must call Compile() before calling Fit, Evaluate or their batch forms. Model '{model.Name}' is not compiled.");
        }

        return _steps.Compiled(batch, training, classWeights, Options, ref _outputs, _building);
    }

    private void WarnOfFrozen()
    {
        if (_steps.TrainableChanged(model))
        {
            Console.Error.WriteLine($"Model '{model.Name}': Trainable was changed after Compile. It takes effect at the next Compile.");
        }
    }

    private Busy Exclusive(string what) => Interlocked.CompareExchange(ref _running, 1, 0) == 0
        ? new Busy(this)
        : throw new InvalidOperationException($"{what} of model '{model.Name}' was called while another Fit, Evaluate or TrainOnBatch of it runs. Only Predict and Apply are concurrent.");

    private readonly ref struct Busy(Trainer trainer)
    {
        public void Dispose() => Volatile.Write(ref trainer._running, 0);
    }
}

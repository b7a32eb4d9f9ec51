using KerasNet.Layers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Models;
using KerasNet.Optimizers;
using KerasNet.Training;

namespace KerasNet;

/// <summary>Layers that are trained, evaluated and saved together: from symbolic inputs to outputs, or a subclass with its own Call.</summary>
/// <remarks>Python: <c>keras.Model</c>.</remarks>
public class Model : Layer, IDisposable, Saving.IConfigurable
{
    private readonly Trainer _trainer;
    private ModelCalls? _calls;

    /// <summary>For subclasses, which override Call.</summary>
    protected Model() => _trainer = new Trainer(this);

    /// <summary>A functional model: everything between inputs and outputs.</summary>
    /// <exception cref="ArgumentException">An output depends on an input that is not given, or two layers have one name.</exception>
    public Model(Tensors inputs, Tensors outputs)
        : base("Functional")
    {
        _trainer = new Trainer(this);
        SetGraph(new FunctionalGraph(ByName(inputs), ByName(outputs)));
    }

    /// <summary>Inputs, where the model is a graph of layers.</summary>
    public Tensors Inputs => Graph?.Inputs ?? throw NoGraph("inputs");

    /// <summary>Outputs, where the model is a graph of layers.</summary>
    public Tensors Outputs => Graph?.Outputs ?? throw NoGraph("outputs");

    /// <inheritdoc/>
    public override Tensors Input => Graph?.Inputs ?? base.Input;

    /// <inheritdoc/>
    public override Tensors Output => Graph?.Outputs ?? base.Output;

    /// <summary>The layers of the model.</summary>
    public IReadOnlyList<Layer> Layers => SubLayers;

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> SubLayers => Graph is { } graph ? [.. graph.Operations.OfType<Layer>()] : base.SubLayers;

    /// <summary>The loss and the metrics of Compile, then those in fields of the model and its layers. Override it to name the metrics that start anew with each epoch.</summary>
    public override IReadOnlyList<Metric> Metrics => [.. _trainer.Metrics, .. base.Metrics];

    /// <summary>Optimizer of Compile.</summary>
    public Optimizer? Optimizer => _trainer.Options?.Optimizer;

    /// <summary>Set to true in a callback to end training after the running batch.</summary>
    public bool StopTraining { get; set; }

    /// <summary>Losses and metrics of the last Fit.</summary>
    public History? History => _trainer.History;

    /// <summary>Epoch at which the running Fit begins, where a callback restored a training that was interrupted.</summary>
    internal int? RestoredEpoch { get; set; }

    internal FunctionalGraph? Graph { get; private set; }

    internal Trainer Trainer => _trainer;

    /// <summary>Names of the outputs, where they are known before a call.</summary>
    internal IReadOnlyList<string>? OutputNames => Graph is not { } graph ? null : graph.Outputs.Names ?? [.. graph.Outputs.Select(o => o.History!.Operation.Name)];

    internal override string ClassName => GetType() == typeof(Model) ? "Functional" : base.ClassName;

    /// <summary>A layer by name.</summary>
    /// <exception cref="ArgumentException">No layer has the name.</exception>
    public Layer GetLayer(string name) => Layers.FirstOrDefault(l => l.Name == name)
        ?? throw new ArgumentException(Internal.Suggest.Unknown($"layer of model '{Name}'", name, Layers.Select(l => l.Name)), nameof(name));

    /// <summary>A layer by position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer layers.</exception>
    public Layer GetLayer(int index) => index >= 0 && index < Layers.Count
        ? Layers[index]
        : throw new ArgumentOutOfRangeException(nameof(index), $"Was asked to retrieve layer at index {index} but the model only has {Layers.Count} layers.");

    /// <summary>Sets the kept states of all stateful recurrent layers to zero, also of those inside other layers.</summary>
    /// <remarks>Python: <c>model.reset_states()</c> of Keras 2; in Keras 3 each layer has <c>reset_states()</c>.</remarks>
    public void ResetStates()
    {
        static void Reset(Layer layer)
        {
            (layer as RNN)?.ResetStates();
            foreach (var inner in layer.SubLayers)
            {
                Reset(inner);
            }
        }

        Reset(this);
    }

    /// <summary>Makes the weights for an input shape with its batch axis: <c>model.Build([null, 784])</c>.</summary>
    /// <remarks>Python: <c>model.build((None, 784))</c>.</remarks>
    /// <param name="inputShape">Sizes; null where they are not known.</param>
    public void Build(int?[] inputShape)
    {
        if (!Built)
        {
            ComputeOutputShape(new TensorShape([.. inputShape.Select(d => d ?? -1)]));
        }
    }

    /// <summary>Prints a table of the layers, their output shapes and numbers of weights.</summary>
    /// <param name="lineLength">Width; null: as wide as Keras makes it, at most the terminal.</param>
    /// <param name="positions">Where columns end, as fractions of the width.</param>
    /// <param name="printFn">Takes the text; null: the console.</param>
    /// <param name="expandNested">Whether the layers of nested models are listed too.</param>
    /// <param name="showTrainable">Whether a column tells what training changes.</param>
    /// <param name="layerRange">First and last layer to show: names or regular expressions.</param>
    public void Summary(int? lineLength = null, IReadOnlyList<double>? positions = null, Action<string>? printFn = null, bool expandNested = false, bool showTrainable = false, (string First, string Last)? layerRange = null)
    {
        var text = ModelSummary.Render(this, new Internal.SummaryOptions(ModelSummary.ShowsConnections(this), lineLength, positions, expandNested, showTrainable, layerRange, Internal.SummaryOptions.TerminalColumns));
        (printFn ?? Keras.Messages.Write)(text);
    }

    /// <summary>Sets loss, optimizer and metrics for Fit and Evaluate.</summary>
    /// <param name="optimizer">An optimizer or its name; null: rmsprop.</param>
    /// <param name="loss">A loss, its name, or one for each output as list or dictionary.</param>
    /// <param name="lossWeights">Weight of each output's loss.</param>
    /// <param name="metrics">Metrics or their names: a list, a list for each output, or a dictionary by output.</param>
    /// <param name="weightedMetrics">Metrics that take sample and class weights.</param>
    /// <param name="runEagerly">True: nothing is compiled, each batch runs op by op. Slow, but a step of your own may look at values.</param>
    /// <param name="stepsPerExecution">Batches between two calls of callbacks.</param>
    /// <param name="jitCompile">True asks TensorFlow for XLA, which its C library does not have: a line says so and training goes on without. Null and false: without.</param>
    /// <param name="autoScaleLoss">Whether an optimizer of a model in <c>mixed_float16</c> is wrapped into a LossScaleOptimizer.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepsPerExecution"/> is not positive.</exception>
    public void Compile(
        OptimizerSpec? optimizer = null, LossSpec? loss = null, LossWeights? lossWeights = null, MetricSpec? metrics = null, MetricSpec? weightedMetrics = null,
        bool runEagerly = false, int stepsPerExecution = 1, bool? jitCompile = null, bool autoScaleLoss = true)
    {
        if (jitCompile == true)
        {
            Console.Error.WriteLine($"Model '{Name}': jitCompile is true, but there is no XLA in TensorFlow's C library. The step is compiled without it; jitCompile: false silences this line.");
        }

        _trainer.Compile(new CompileOptions(optimizer ?? "rmsprop", loss, metrics, weightedMetrics, lossWeights)
        {
            RunEagerly = runEagerly, StepsPerExecution = Internal.Require.Positive(stepsPerExecution), AutoScaleLoss = autoScaleLoss,
        });
    }

    /// <summary>Sets a loss that is a function: <c>(yTrue, yPred) => …</c>.</summary>
    public void Compile(OptimizerSpec? optimizer, Func<Tensor, Tensor, Tensor> loss, LossWeights? lossWeights = null, MetricSpec? metrics = null, MetricSpec? weightedMetrics = null, bool runEagerly = false, int stepsPerExecution = 1) =>
        Compile(optimizer, (LossSpec)new FunctionLoss(loss), lossWeights, metrics, weightedMetrics, runEagerly, stepsPerExecution);

    /// <summary>Trains the model on arrays.</summary>
    /// <param name="x">Inputs: an array, a list of them, or a dictionary by input name. The first axis is the samples.</param>
    /// <param name="y">Targets, likewise.</param>
    /// <param name="batchSize">Samples in a step; null: 32.</param>
    /// <param name="epochs">Rounds over the data, counted from 0 whatever <paramref name="initialEpoch"/> is.</param>
    /// <param name="verbose">0: silent, 1: progress bar, 2: a line for each epoch.</param>
    /// <param name="callbacks">Called at the beginning and end of batches, epochs and training.</param>
    /// <param name="validationSplit">Fraction at the end of the data that is kept for validation.</param>
    /// <param name="validationData">Data for validation after each epoch.</param>
    /// <param name="shuffle">Whether the samples are shuffled before each epoch.</param>
    /// <param name="classWeight">Weight of each class index in the loss.</param>
    /// <param name="sampleWeight">Weight of each sample.</param>
    /// <param name="initialEpoch">Epoch to start at, to resume.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch; null: until the data ends.</param>
    /// <param name="validationSteps">Steps of a validation; null: until its data ends.</param>
    /// <param name="validationBatchSize">Samples in a validation step; null: as in training.</param>
    /// <param name="validationFreq">Epochs from validation to validation, or a list of epochs, counted from 1; null: each.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellationToken">Ends training between two steps.</param>
    /// <returns>Losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or another Fit or Evaluate of it runs.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public History Fit(
        Data x, Data? y = null, int? batchSize = null, int epochs = 1, int verbose = 1, IReadOnlyList<Callbacks.Callback>? callbacks = null,
        double validationSplit = 0, ValidationData? validationData = null, bool shuffle = true, IReadOnlyDictionary<int, double>? classWeight = null,
        Data? sampleWeight = null, int initialEpoch = 0, int? stepsPerEpoch = null, int? validationSteps = null, int? validationBatchSize = null,
        ValidationFreq? validationFreq = null, IProgress<EpochProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _trainer.Fit(x, y, sampleWeight, validationSplit, new FitOptions
        {
            BatchSize = batchSize, Epochs = epochs, Verbose = verbose, Callbacks = callbacks ?? [], ValidationData = validationData, Shuffle = shuffle,
            ClassWeight = classWeight, InitialEpoch = initialEpoch, StepsPerEpoch = stepsPerEpoch, ValidationSteps = validationSteps,
            ValidationBatchSize = validationBatchSize, ValidationFreq = validationFreq ?? 1, Progress = progress, CancellationToken = cancellationToken,
        });

    /// <summary>Trains the model on batches from a generator or a <see cref="PyDataset"/>.</summary>
    public History Fit(
        BatchSource x, int epochs = 1, int verbose = 1, IReadOnlyList<Callbacks.Callback>? callbacks = null, ValidationData? validationData = null,
        bool shuffle = true, IReadOnlyDictionary<int, double>? classWeight = null, int initialEpoch = 0, int? stepsPerEpoch = null, int? validationSteps = null,
        ValidationFreq? validationFreq = null, IProgress<EpochProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _trainer.Fit(x, new FitOptions
        {
            Epochs = epochs, Verbose = verbose, Callbacks = callbacks ?? [], ValidationData = validationData, Shuffle = shuffle, ClassWeight = classWeight,
            InitialEpoch = initialEpoch, StepsPerEpoch = stepsPerEpoch, ValidationSteps = validationSteps, ValidationFreq = validationFreq ?? 1,
            Progress = progress, CancellationToken = cancellationToken,
        });

    /// <summary>Loss and metrics on data, in Keras's order: loss first.</summary>
    public Logs Evaluate(Data x, Data? y = null, int? batchSize = null, int verbose = 1, Data? sampleWeight = null, int? steps = null, IReadOnlyList<Callbacks.Callback>? callbacks = null, CancellationToken cancellationToken = default) =>
        _trainer.Evaluate(new ArraySource(x, y, sampleWeight), batchSize, verbose, steps, callbacks ?? [], cancellationToken);

    /// <summary>Loss and metrics on batches.</summary>
    public Logs Evaluate(BatchSource x, int verbose = 1, int? steps = null, IReadOnlyList<Callbacks.Callback>? callbacks = null, CancellationToken cancellationToken = default) =>
        _trainer.Evaluate(x, null, verbose, steps, callbacks ?? [], cancellationToken);

    /// <summary>Outputs for data, batch after batch into one array. Concurrent calls are safe.</summary>
    public Arrays Predict(Data x, int? batchSize = null, int verbose = 1, int? steps = null, IReadOnlyList<Callbacks.Callback>? callbacks = null, CancellationToken cancellationToken = default) =>
        _trainer.Predict(new ArraySource(x, null, null), batchSize, verbose, steps, callbacks ?? [], cancellationToken);

    /// <summary>Outputs for batches of a generator or a <see cref="PyDataset"/>.</summary>
    public Arrays Predict(BatchSource x, int verbose = 1, int? steps = null, IReadOnlyList<Callbacks.Callback>? callbacks = null, CancellationToken cancellationToken = default) =>
        _trainer.Predict(x, null, verbose, steps, callbacks ?? [], cancellationToken);

    /// <summary>One training step on one batch; gives loss and metrics of this batch alone.</summary>
    public Logs TrainOnBatch(Data x, Data? y = null, Data? sampleWeight = null, IReadOnlyDictionary<int, double>? classWeight = null) =>
        _trainer.TrainOnBatch(x, y, sampleWeight, classWeight);

    /// <summary>Loss and metrics on one batch.</summary>
    public Logs TestOnBatch(Data x, Data? y = null, Data? sampleWeight = null) => _trainer.TestOnBatch(x, y, sampleWeight);

    /// <summary>Outputs for one batch.</summary>
    public Arrays PredictOnBatch(Data x) => _trainer.PredictOnBatch(x);

    /// <summary>Sets the states of metrics to their beginnings.</summary>
    public void ResetMetrics() => _trainer.ResetMetrics();

    /// <summary>Results of all metrics now.</summary>
    public StepLogs GetMetricsResult()
    {
        var logs = new StepLogs();
        foreach (var metric in Metrics)
        {
            logs[metric.Name] = metric.Result();
        }

        return logs;
    }

    /// <summary>Writes the whole model: <c>.keras</c> as Keras 3, or <c>.h5</c>, which Keras 2 opens too. The file is written beside its place and then renamed, so that an interruption leaves the old one.</summary>
    /// <param name="filepath">The file; its end tells the format.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="zipped">False: a folder with the parts of a <c>.keras</c> file.</param>
    /// <remarks>Python: <c>model.save</c>.</remarks>
    /// <exception cref="ArgumentException">The name ends neither in .keras nor in .h5.</exception>
    /// <exception cref="IOException">The file is there and <paramref name="overwrite"/> is false, or it cannot be written.</exception>
    public void Save(string filepath, bool overwrite = true, bool zipped = true) => Saving.ModelWriter.Save(this, filepath, overwrite, zipped);

    /// <summary>Writes the weights: <c>.weights.h5</c> as Keras 3, <c>.h5</c> by layer names, or a TensorFlow checkpoint, with the optimizer's state.</summary>
    /// <param name="filepath">The file; its end tells the format. Of a checkpoint the path without ends: <c>training/ckpt</c> becomes <c>ckpt.index</c>, <c>ckpt.data-00000-of-00001</c> and the file <c>checkpoint</c> beside them.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="saveFormat"><c>tf</c>: a TensorFlow checkpoint, which <c>model.load_weights</c> of Keras 2 and <c>tf.train.Checkpoint(model).restore</c> read. Null or <c>h5</c>: as the name says.</param>
    /// <param name="maxShardSize">Size of a part in units of 1024³ bytes: the file is then <c>.weights.json</c>, an index of parts beside it. Null: one file.</param>
    /// <remarks>Python: <c>model.save_weights</c>.</remarks>
    /// <exception cref="ArgumentException">The name ends in neither.</exception>
    /// <exception cref="IOException">The file is there and <paramref name="overwrite"/> is false, or it cannot be written.</exception>
    public void SaveWeights(string filepath, bool overwrite = true, string? saveFormat = null, double? maxShardSize = null) => Saving.ModelWriter.SaveWeights(this, filepath, overwrite, saveFormat, maxShardSize);

    /// <summary>Reads weights: <c>.weights.h5</c>, a <c>.weights.json</c> with its shards, legacy <c>.h5</c> of any Keras, those of a whole model, or a TensorFlow checkpoint, whose state of an optimizer goes to that of a compiled model.</summary>
    /// <param name="filepath">The file; of a checkpoint the path without ends, or its folder.</param>
    /// <param name="skipMismatch">Whether layers that do not fit are left as they are, with a line on the error stream.</param>
    /// <param name="byName">Legacy <c>.h5</c>: layers are found by their names, and what the model lacks is left out; else by their order.</param>
    /// <remarks>Python: <c>model.load_weights</c>.</remarks>
    /// <exception cref="InvalidDataException">The file is damaged, or holds no weights.</exception>
    /// <exception cref="ArgumentException">The weights are not those of this model.</exception>
    public void LoadWeights(string filepath, bool skipMismatch = false, bool byName = false) => Saving.WeightFiles.Load(this, filepath, skipMismatch, byName);

    /// <summary>Writes the model for inference as a SavedModel, which TensorFlow runs without Keras: its function <c>serve</c>, and the signatures <c>serve</c> and <c>serving_default</c>.</summary>
    /// <remarks>Python: <c>model.export</c>. Works on every backend, without TensorFlow's library; the package KerasNet.TensorFlow must be referenced. More endpoints: <see cref="KerasNet.Export.ExportArchive"/>.</remarks>
    /// <param name="filepath">Folder of the SavedModel.</param>
    /// <param name="format">Only <c>tf_saved_model</c>.</param>
    /// <param name="verbose">Whether the endpoint is printed.</param>
    /// <param name="inputSignature">Shapes, types and names of the inputs, as <c>Keras.Input(…)</c> or tensors; null: as declared, or as when the model was built. The first axis becomes unknown.</param>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    /// <exception cref="NotSupportedException">A layer computes in C# what TensorFlow has no ops for, or the format is another one of Keras's.</exception>
    public void Export(string filepath, string format = "tf_saved_model", bool verbose = true, Tensors? inputSignature = null) =>
        KerasNet.Export.ModelExport.Write(this, filepath, format, verbose, inputSignature);

    /// <summary>Keeps the kernels of the model's layers in few bits from now on. Layers that cannot stay as they are, and a line on the error stream names them.</summary>
    /// <param name="mode"><c>int8</c>, <c>int4</c> or <c>float8</c>; null: that of <paramref name="config"/>.</param>
    /// <param name="config">How; null: what the mode has. GPTQ and AWQ need one.</param>
    /// <param name="filters">The layers that are quantised; null: all.</param>
    /// <param name="typeCheck">Whether subclasses of Keras's layers are refused.</param>
    /// <remarks>Python: <c>model.quantize</c>.</remarks>
    /// <exception cref="ArgumentException">The mode is unknown, or both disagree.</exception>
    /// <exception cref="InvalidOperationException">A layer is not built, or is quantised already.</exception>
    public void Quantize(string? mode = null, Quantizers.QuantizationConfig? config = null, Func<Layer, bool>? filters = null, bool typeCheck = true)
    {
        ModelQuantization.Run(this, mode, config, filters, typeCheck);
        _trainer.Forget();
    }

    /// <summary>Keeps the kernels of layers in few bits, of those whose names a regular expression matches.</summary>
    /// <inheritdoc cref="Quantize(string?, Quantizers.QuantizationConfig?, Func{Layer, bool}?, bool)"/>
    public void Quantize(string? mode, Quantizers.QuantizationConfig? config, string filters, bool typeCheck = true) => Quantize(mode, config, ModelQuantization.Named([filters]), typeCheck);

    /// <summary>Keeps the kernels of layers in few bits, of those whose names one of several regular expressions matches.</summary>
    /// <inheritdoc cref="Quantize(string?, Quantizers.QuantizationConfig?, Func{Layer, bool}?, bool)"/>
    public void Quantize(string? mode, Quantizers.QuantizationConfig? config, IReadOnlyList<string> filters, bool typeCheck = true) => Quantize(mode, config, ModelQuantization.Named(filters), typeCheck);

    /// <inheritdoc/>
    public override void Quantize(string? mode = null, Quantizers.QuantizationConfig? config = null, bool typeCheck = true) => Quantize(mode, config, (Func<Layer, bool>?)null, typeCheck);

    /// <summary>The layers in the order in which GPTQ and AWQ go through them; null: the model does not know. Override it for a language model of your own.</summary>
    /// <param name="mode"><c>gptq</c> or <c>awq</c>.</param>
    /// <remarks>Python: <c>model.get_quantization_layer_structure</c>.</remarks>
    public virtual Quantizers.QuantizationLayerStructure? GetQuantizationLayerStructure(string? mode = null) => null;

    /// <summary>The architecture as text, without weights. <see cref="Keras.ModelFromJson"/> makes the model again.</summary>
    /// <remarks>Python: <c>model.to_json</c>.</remarks>
    public string ToJson() => Saving.ObjectSerializer.Serialize(this).ToJsonString();

    /// <summary>Releases compiled steps now, not when the collector comes. Weights stay readable.</summary>
    public void Dispose()
    {
        _trainer.Dispose();
        _calls?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One training step. Override it for a way of training of your own; Fit does the rest.</summary>
    /// <remarks>
    /// Python: <c>train_step</c>. It is traced once: calls are recorded, values are not there yet. A step calls the model (<c>Apply(x, training: true)</c>), computes a loss, asks a
    /// <see cref="GradientTape"/> for gradients, and gives them to <c>Optimizer.Apply(gradients, TrainableWeights)</c>.
    /// </remarks>
    /// <param name="data">Inputs, targets and weights of a batch.</param>
    /// <returns>What is shown: losses and results of metrics.</returns>
    public virtual StepLogs TrainStep(StepData data) => StepRun.Of(this).Train(data);

    /// <summary>One evaluation step; likewise.</summary>
    public virtual StepLogs TestStep(StepData data) => StepRun.Of(this).Test(data);

    /// <summary>The outputs that Predict gives for a batch.</summary>
    public virtual Tensors PredictStep(StepData data) => Invoke(data.X, new CallArguments { Training = false });

    /// <summary>The loss of a batch: that of Compile, those that layers added, and penalties on weights.</summary>
    public virtual Tensor ComputeLoss(Tensors? x = null, Tensors? y = null, Tensors? yPred = null, Tensors? sampleWeight = null, bool training = true) =>
        StepRun.Of(this).Loss(y, yPred, sampleWeight);

    /// <summary>Takes a batch into the metrics and gives what is shown: losses and results.</summary>
    public virtual StepLogs ComputeMetrics(Tensors x, Tensors? y, Tensors yPred, Tensors? sampleWeight = null) =>
        StepRun.Of(this).Metrics(y, yPred, sampleWeight);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Graph is { } graph ? graph.Run(inputs, Name) : base.Call(inputs, context);

    System.Text.Json.Nodes.JsonObject Saving.IConfigurable.GetConfig() => GetType() == typeof(Model) ? Saving.FunctionalConfig.Of(this) : Saving.ObjectSerializer.Parameters(this);

    internal int? TakeRestoredEpoch()
    {
        var epoch = RestoredEpoch;
        RestoredEpoch = null;
        return epoch;
    }

    internal void SetGraph(FunctionalGraph? graph)
    {
        if (Graph is not null)
        {
            _trainer.Forget();
        }

        Graph = graph;
        if (graph is not null)
        {
            MarkBuilt();
        }
    }

    private protected override Tensors? InvokeCompiled(Tensors inputs, CallArguments arguments) =>
        Graph is not null && CallContext.Current is null && arguments.Masks is null && arguments.Named.Count == 0 && Function.RunsNow(inputs)
            ? (_calls ??= new ModelCalls(this, _trainer.State)).Run(inputs, arguments.Training)
            : null;

    /// <summary>Tensors that were given by name stand in the order of the names, as Keras flattens a dictionary.</summary>
    private static Tensors ByName(Tensors tensors) => tensors.Names is { } names
        ? new Tensors(names.Order(StringComparer.Ordinal).ToDictionary(n => n, n => tensors[n]))
        : tensors;

    private InvalidOperationException NoGraph(string what) => new($"Model '{Name}' has no {what}: it is not made from symbolic tensors, or its input shape is not known yet.");
}

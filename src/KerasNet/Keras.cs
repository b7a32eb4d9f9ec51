using KerasNet.Backends;
using KerasNet.Internal;

namespace KerasNet;

/// <summary>The door: inputs, configuration, seeds, scopes.</summary>
/// <remarks>Python: the functions at the top of <c>keras</c>.</remarks>
public static class Keras
{
    private static readonly KerasState _default = new(null);
    private static readonly AsyncLocal<KerasState?> _scoped = new();

    /// <summary>Backend, default float type and other settings of the current scope.</summary>
    public static KerasConfig Config => State.Config;

    internal static KerasState State => _scoped.Value ?? _default;

    internal static IBackend Backend => State.Backend;

    /// <summary>Where progress and messages of callbacks go.</summary>
    internal static TextWriter Messages => Config.InteractiveLogging ? Console.Out : TraceWriter.Instance;

    /// <summary>A scope with its own name counters, seed, settings and backend, for this flow of execution, until it is disposed.</summary>
    /// <param name="backend"><c>tensorflow</c> or <c>managed</c>; null keeps the current one.</param>
    public static IDisposable Scope(string? backend = null)
    {
        var before = _scoped.Value;
        var state = new KerasState(State);
        if (backend is not null)
        {
            state.Config.Backend = backend;
        }

        _scoped.Value = state;
        return new Leave(before);
    }

    /// <summary>A path in front of the names of variables and nodes that are made on this thread until the result is disposed: <c>encoder/dense/kernel</c>.</summary>
    /// <param name="name">A name without <c>/</c>.</param>
    /// <remarks>Python: <c>keras.name_scope</c>.</remarks>
    /// <exception cref="ArgumentException">The name is empty or has a <c>/</c>.</exception>
    public static IDisposable NameScope(string name) => name.Length > 0 && !name.Contains('/', StringComparison.Ordinal)
        ? new Graphs.NamedScope(name)
        : throw new ArgumentException($"Argument `name` must be a string and cannot contain character `/`. Received: name={name}", nameof(name));

    /// <summary>A function whose results are computed again for the gradient instead of being kept: less memory, more time. The numbers stay the same.</summary>
    /// <param name="f">A function of one tensor.</param>
    /// <remarks>Python: <c>keras.remat</c>. It acts where a step is compiled, as in Fit; <see cref="RematScope"/> does the same for layers.</remarks>
    public static Func<Tensor, Tensor> Remat(Func<Tensor, Tensor> f) => x => Remat((Tensors t) => f(t.Single()))(x).Single();

    /// <summary>A function of several tensors whose results are computed again for the gradient.</summary>
    public static Func<Tensors, Tensors> Remat(Func<Tensors, Tensors> f) => inputs => inputs.Any(t => t.IsKeras)
        ? Layers.FunctionOperation.Run("Remat", inputs, t => Graphs.Rematerialization.Run(f, t), [])
        : Graphs.Rematerialization.Run(f, inputs);

    /// <summary>A symbolic tensor where a model's data comes in.</summary>
    /// <param name="shape">Shape of one sample, without the batch axis: <c>784</c>, <c>(28, 28, 1)</c>, <c>(null, 16)</c>.</param>
    /// <param name="batchSize">Size of the batch axis; null: any.</param>
    /// <param name="dtype">Element type; null: the default float.</param>
    /// <param name="name">Name of the input; null: the next automatic one.</param>
    /// <param name="sparse">Whether data is sparse in Keras. Tensors are dense here: a line says so, and values are the same.</param>
    /// <param name="ragged">Rows of their own lengths: not supported.</param>
    /// <param name="batchShape">Shape with the batch axis, in place of <paramref name="shape"/>.</param>
    /// <param name="tensor">A symbolic tensor of a layer that becomes an input: what led to it is left out of models that begin here.</param>
    /// <remarks>Python: <c>keras.Input</c>.</remarks>
    /// <exception cref="ArgumentException">Shapes or types contradict, or none is given.</exception>
    /// <exception cref="NotSupportedException"><paramref name="ragged"/> is true.</exception>
    public static Tensor Input(
        TensorShape? shape = null, int? batchSize = null, DataType? dtype = null, string? name = null, bool sparse = false, bool ragged = false, TensorShape? batchShape = null, Tensor? tensor = null) => (name is null
        ? new Layers.InputLayer(shape, batchSize, dtype, sparse, ragged, batchShape, tensor)
        : new Layers.InputLayer(shape, batchSize, dtype, sparse, ragged, batchShape, tensor) { Name = name }).Tensor;

    /// <summary>A model with new layers of the same configs, and so with new weights.</summary>
    /// <param name="model">A Sequential or functional model, or one whose constructor is its config.</param>
    /// <param name="inputTensors">Symbolic tensors to build on; null: new inputs like the old ones.</param>
    /// <param name="cloneFunction">Gives the new layer for each layer; null: one of the same config.</param>
    /// <param name="callFunction">Calls a new layer on its inputs, so that layers can be put before or after it; functional models only.</param>
    /// <param name="recursive">Whether the layers of models inside are given to <paramref name="cloneFunction"/> too.</param>
    /// <remarks>Python: <c>keras.models.clone_model</c>.</remarks>
    /// <exception cref="ArgumentException">The model is not of a kind that takes these arguments.</exception>
    public static Model CloneModel(Model model, Tensors? inputTensors = null, Func<Layers.Layer, Layers.Layer>? cloneFunction = null, Func<Layers.Layer, Tensors, Tensors>? callFunction = null, bool recursive = false) =>
        new Models.ModelCloning(cloneFunction, callFunction, recursive).Clone(model, inputTensors);

    /// <summary>Seeds everything random: initial weights, shuffles, dropout.</summary>
    /// <remarks>Python: <c>keras.utils.set_random_seed</c>.</remarks>
    public static void SetRandomSeed(int seed) => State.Seed(seed);

    /// <summary>Starts names anew: the next Dense is <c>dense</c> again.</summary>
    /// <remarks>Python: <c>keras.utils.clear_session</c>.</remarks>
    public static void ClearSession() => State.ClearNames();

    /// <summary>Reads a whole model: <c>.keras</c> (zip or folder) and <c>.h5</c>, of any Keras from 1.0 on, with its compiled state.</summary>
    /// <param name="filepath">The file.</param>
    /// <param name="customObjects">Classes and functions that the file names and only the program knows.</param>
    /// <param name="compile">Whether loss, metrics and optimizer are restored too.</param>
    /// <param name="safeMode">False would let Python run code of the file. Nothing is run here either way, and a line says so.</param>
    /// <remarks>Python: <c>keras.models.load_model</c>. Python code in a file is never run: give the functions of Lambda layers in <paramref name="customObjects"/>.</remarks>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, holds no model, or has classes that are not known; all of them are named.</exception>
    public static Model LoadModel(string filepath, Saving.CustomObjects? customObjects = null, bool compile = true, bool safeMode = true)
    {
        if (!safeMode)
        {
            Messages.WriteLine($"safeMode: false changes nothing: Python code in '{filepath}' is not run. Give the functions of its Lambda layers in customObjects.");
        }

        return Saving.ModelFiles.Load(filepath, customObjects, compile);
    }

    /// <summary>Writes a whole model, as <see cref="Model.Save"/>.</summary>
    /// <remarks>Python: <c>keras.models.save_model</c>.</remarks>
    public static void SaveModel(Model model, string filepath, bool overwrite = true, bool zipped = true) => model.Save(filepath, overwrite, zipped);

    /// <summary>Reads weights into a model, as <see cref="Model.LoadWeights"/>.</summary>
    /// <remarks>Python: <c>keras.saving.load_weights</c>.</remarks>
    public static void LoadWeights(Model model, string filepath, bool skipMismatch = false) => model.LoadWeights(filepath, skipMismatch);

    /// <summary>Writes a model's weights, as <see cref="Model.SaveWeights"/>.</summary>
    /// <remarks>Python: <c>keras.saving.save_weights</c>.</remarks>
    public static void SaveWeights(Model model, string filepath, bool overwrite = true, double? maxShardSize = null) => model.SaveWeights(filepath, overwrite, maxShardSize: maxShardSize);

    /// <summary>The version of Keras whose files are written and whose numbers are computed: <c>3.15.1</c>.</summary>
    /// <remarks>Python: <c>keras.version</c>.</remarks>
    public static string Version() => Saving.Legacy.KerasOrigin.Current.Version;

    /// <summary>The next number of a prefix, from 1. Automatic names count on the same: after one number of <c>dense</c> the next layer is <c>dense_1</c>.</summary>
    /// <param name="prefix">What is counted.</param>
    /// <remarks>Python: <c>keras.backend.get_uid</c>.</remarks>
    public static int GetUid(string prefix = "") => State.NextUid(prefix);

    /// <summary>Makes a model from the text of <c>model.to_json()</c>, of any Keras from 1.0 on. Its weights come with <see cref="Model.LoadWeights"/>.</summary>
    /// <param name="jsonString">The text.</param>
    /// <param name="customObjects">Classes and functions that the text names and only the program knows.</param>
    /// <remarks>Python: <c>keras.models.model_from_json</c>.</remarks>
    /// <exception cref="InvalidDataException">The text is no model's config.</exception>
    /// <exception cref="ArgumentException">It names classes that are not known; all of them are named.</exception>
    public static Model ModelFromJson(string jsonString, Saving.CustomObjects? customObjects = null) =>
        Saving.ModelReader.FromConfig(Saving.ConfigText.Parse(jsonString, "The text"), customObjects);

    /// <summary>Makes a model from the text of <c>model.to_yaml()</c>, which Keras had until 2.6.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="customObjects">Classes and functions that the text names and only the program knows.</param>
    /// <remarks>Python: <c>keras.models.model_from_yaml</c>.</remarks>
    /// <exception cref="InvalidDataException">The text is no model's config.</exception>
    /// <exception cref="ArgumentException">It names classes that are not known; all of them are named.</exception>
    public static Model ModelFromYaml(string yaml, Saving.CustomObjects? customObjects = null) =>
        Saving.ModelReader.FromConfig(Saving.Yaml.YamlReader.Read(yaml), customObjects);

    /// <summary>Enters a scope again until the result is disposed: a model keeps the one in which it was made.</summary>
    internal static IDisposable Enter(KerasState state)
    {
        var before = _scoped.Value;
        if (before == state || (before is null && state == _default))
        {
            return Nothing.Instance;
        }

        _scoped.Value = state;
        return new Leave(before);
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }

    private sealed class Leave(KerasState? before) : IDisposable
    {
        public void Dispose() => _scoped.Value = before;
    }
}

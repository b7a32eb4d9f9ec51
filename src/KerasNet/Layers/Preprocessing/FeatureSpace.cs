using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Layers;
using KerasNet.Preprocessing;
using KerasNet.Saving;

namespace KerasNet;

/// <summary>Prepares the columns of a table for a model, each in its own way, and joins them into one vector: normalised, in bins, one-hot, crossed.</summary>
/// <remarks>Python: <c>keras.utils.FeatureSpace</c>.</remarks>
/// <example><code>
/// var space = new FeatureSpace(
///     features: new Dictionary&lt;string, Preprocessing.Feature&gt; { ["age"] = "float_normalized", ["job"] = FeatureSpace.StringCategorical() },
///     crosses: [("age", "job")]);
/// space.Adapt(table);
/// var model = new Model(space.GetInputs(), new Layers.Dense(1).Apply(space.GetEncodedFeatures()));
/// </code></example>
public sealed class FeatureSpace : Layer, IConfigurable
{
    private readonly Dictionary<string, HashedCrossing> _crossers;
    private readonly Dictionary<string, CategoryEncoding> _encoders = [];
    private readonly Dictionary<string, Tensor> _inputs;
    private Tensors? _encoded;
    private bool _adapted;

    /// <summary>Makes the space.</summary>
    /// <param name="features">The features by name, in order.</param>
    /// <param name="outputMode"><c>concat</c>: one vector; <c>dict</c>: each feature by name.</param>
    /// <param name="crosses">Features that count together.</param>
    /// <param name="crossingDim">Number of bins of a cross that does not say its own.</param>
    /// <param name="hashingDim">Number of bins of hashed features given by name.</param>
    /// <param name="numDiscretizationBins">Number of bins of discretized features given by name.</param>
    /// <exception cref="ArgumentException">There is no feature, or a cross names an unknown one.</exception>
    public FeatureSpace(
        IReadOnlyDictionary<string, Feature> features, string outputMode = "concat", IReadOnlyList<Cross>? crosses = null, int crossingDim = 32, int hashingDim = 32, int numDiscretizationBins = 32)
    {
        if (features is null || features.Count == 0)
        {
            throw new ArgumentException("The `features` argument cannot be None or empty.", nameof(features));
        }

        (CrossingDim, HashingDim, NumDiscretizationBins) = (crossingDim, hashingDim, numDiscretizationBins);
        Features = features.ToDictionary(p => p.Key, p => p.Value.Resolve(p.Key, hashingDim, numDiscretizationBins));
        Crosses = [.. (crosses ?? []).Select(Known)];
        OutputMode = Require.OneOf(outputMode, ["dict", "concat"]);
        _inputs = Features.ToDictionary(p => p.Key, p => Keras.Input(1, dtype: p.Value.DType, name: p.Key));
        _crossers = Crosses.ToDictionary(c => c.Name, c => new HashedCrossing(c.CrossingDim) { Name = c.Name });
        (Preprocessors, Crossers) = ([.. Features.Values.Select(f => f.Preprocessor)], [.. _crossers.Values]);
    }

    /// <summary>The features by name.</summary>
    public IReadOnlyDictionary<string, Feature> Features { get; }

    /// <summary><c>concat</c> or <c>dict</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Features that count together.</summary>
    public IReadOnlyList<Cross> Crosses { get; }

    /// <summary>Number of bins of a cross that does not say its own.</summary>
    public int CrossingDim { get; }

    /// <summary>Number of bins of hashed features given by name.</summary>
    public int HashingDim { get; }

    /// <summary>Number of bins of discretized features given by name.</summary>
    public int NumDiscretizationBins { get; }

    /// <summary>The layers of the features: files name them so, and those below.</summary>
    internal IReadOnlyList<Layer> Preprocessors { get; }

    /// <summary>The layers of the crosses.</summary>
    internal IReadOnlyList<Layer> Crossers { get; }

    /// <summary>The layers that make rows of categories.</summary>
    internal List<Layer> OneHotEncoders { get; } = [];

    /// <summary>The layer that joins the features.</summary>
    internal TFDConcat? Concat { get; private set; }

    /// <summary>A raw number.</summary>
    public static Feature Float(string? name = null) => new(DataType.Float32, new TFDIdentity { Name = Preprocessor(name, "Float") }, "float");

    /// <summary>A number that is scaled and shifted.</summary>
    public static Feature FloatRescaled(double scale = 1.0, double offset = 0.0, string? name = null) =>
        new(DataType.Float32, new Rescaling(scale, offset) { Name = Preprocessor(name, "FloatRescaled") }, "float");

    /// <summary>A number that is brought to mean 0 and variance 1.</summary>
    public static Feature FloatNormalized(string? name = null) => new(DataType.Float32, new Normalization(axis: -1) { Name = Preprocessor(name, "FloatNormalized") }, "float");

    /// <summary>A number that is put into bins.</summary>
    public static Feature FloatDiscretized(int? numBins, IReadOnlyList<double>? binBoundaries = null, string outputMode = "one_hot", string? name = null) =>
        new(DataType.Float32, new Discretization(binBoundaries, numBins) { Name = Preprocessor(name, "FloatDiscretized") }, outputMode);

    /// <summary>An integer that stands for a category.</summary>
    public static Feature IntegerCategorical(int? maxTokens = null, int numOovIndices = 1, string outputMode = "one_hot", string? name = null) =>
        new(DataType.Int32, new IntegerLookup(maxTokens, numOovIndices) { Name = Preprocessor(name, "IntegerCategorical") }, outputMode);

    /// <summary>A text that stands for a category.</summary>
    public static Feature StringCategorical(int? maxTokens = null, int numOovIndices = 1, string outputMode = "one_hot", string? name = null) =>
        new(DataType.String, new StringLookup(maxTokens, numOovIndices) { Name = Preprocessor(name, "StringCategorical") }, outputMode);

    /// <summary>A text that is put into bins by a hash.</summary>
    public static Feature StringHashed(int numBins, string outputMode = "one_hot", string? name = null) =>
        new(DataType.String, new Hashing(numBins) { Name = Preprocessor(name, "StringHashed") }, outputMode);

    /// <summary>An integer that is put into bins by a hash.</summary>
    public static Feature IntegerHashed(int numBins, string outputMode = "one_hot", string? name = null) =>
        new(DataType.Int32, new Hashing(numBins) { Name = Preprocessor(name, "IntegerHashed") }, outputMode);

    /// <summary>A feature with a layer of its own.</summary>
    public static Feature Feature(DataType dtype, Layer preprocessor, string outputMode) => new(dtype, preprocessor, outputMode);

    /// <summary>Features that count together, with their own number of bins.</summary>
    public static Cross Cross(IReadOnlyList<string> featureNames, int crossingDim, string outputMode = "one_hot") => new(featureNames, crossingDim, outputMode);

    /// <summary>Takes vocabularies, means and bounds from a table: its columns by name.</summary>
    /// <remarks>Python: <c>adapt</c>.</remarks>
    public void Adapt(IReadOnlyDictionary<string, Tensor> data) => Adapt(name => FeatureColumns.Samples(Column(data, name)));

    /// <summary>Takes vocabularies, means and bounds from batches, whose inputs have names.</summary>
    public void Adapt(BatchSource batches) => Adapt(name => FeatureColumns.Batches(batches, name));

    /// <summary>The model's inputs by name.</summary>
    public Tensors GetInputs()
    {
        GetEncodedFeatures();
        return new Tensors(_inputs);
    }

    /// <summary>The prepared features as symbolic tensors: one, or by name.</summary>
    /// <exception cref="InvalidOperationException">The space is not adapted.</exception>
    public Tensors GetEncodedFeatures()
    {
        if (_encoded is null)
        {
            CheckAdapted();
            _encoded = Encode(_inputs);
        }

        return _encoded;
    }

    /// <summary>Prepares rows of a table: its columns by name, or one row of single values.</summary>
    /// <exception cref="ArgumentException">A feature is missing.</exception>
    public Tensors Apply(IReadOnlyDictionary<string, Tensor> data)
    {
        GetEncodedFeatures();
        var columns = Features.Keys.ToDictionary(n => n, n => FeatureColumns.Matrix(Column(data, n)));
        var single = data.Values.All(t => t.Rank == 0);
        var result = Encode(columns);
        return single ? result.Select(t => t.Rank == 2 && t.Shape[0] == 1 ? Ops.Squeeze(t, 0) : t) : result;
    }

    JsonObject IConfigurable.GetConfig()
    {
        var config = new JsonObject();
        foreach (var (key, value) in ObjectSerializer.Parameters(this).Where(p => p.Key is not ("name" or "trainable" or "dtype")))
        {
            config[key] = value?.DeepClone();
        }

        return config;
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => inputs.Names is { } names
        ? Apply(names.Zip(inputs).ToDictionary(p => p.First, p => p.Second))
        : throw new ArgumentException($"A FeatureSpace can only be called with a dict. Received: {inputs.Count} tensors without names.");

    private static string Preprocessor(string? name, string kind) => $"{name ?? Keras.State.AutoName(kind)}_preprocessor";

    private static Tensor Column(IReadOnlyDictionary<string, Tensor> data, string name) => data.TryGetValue(name, out var column)
        ? column
        : throw new ArgumentException($"The data has no feature '{name}'. Received: {string.Join(", ", data.Keys)}.");

    private void Adapt(Func<string, IEnumerable<Tensor>> batches)
    {
        foreach (var (name, preprocessor) in Adaptable())
        {
            preprocessor.Adapt(batches(name));
        }

        _adapted = true;
        GetEncodedFeatures();
    }

    private IEnumerable<(string Name, IAdaptable Layer)> Adaptable() => Features
        .Where(p => p.Value.Preprocessor is not (Normalization { InputMean: not null } or TextVectorization { HasInputVocabulary: true }))
        .Where(p => p.Value.Preprocessor is IAdaptable)
        .Select(p => (p.Key, (IAdaptable)p.Value.Preprocessor));

    private void CheckAdapted()
    {
        if (!_adapted && Adaptable().Any(a => !a.Layer.IsAdapted))
        {
            throw new InvalidOperationException("You need to call `.adapt(dataset)` on the FeatureSpace before you can start using it.");
        }
    }

    private Cross Known(Cross cross)
    {
        if (cross.CrossingDim > 0)
        {
            return cross;
        }

        if (CrossingDim <= 0)
        {
            throw new ArgumentException("When specifying `crosses`, the argument `crossing_dim` (dimensionality of the crossing space) should be specified as well.");
        }

        return cross.FeatureNames.All(Features.ContainsKey) ? new Cross(cross.FeatureNames, CrossingDim, cross.OutputMode)
            : throw new ArgumentException($"All features referenced in the `crosses` argument should be present in the `features` dict. Received unknown features: ({string.Join(", ", cross.FeatureNames)}).");
    }

    private Tensors Encode(IReadOnlyDictionary<string, Tensor> raw)
    {
        var prepared = Features.ToDictionary(p => p.Key, p => p.Value.Preprocessor.Apply(raw[p.Key]));
        var crossed = Crosses.ToDictionary(c => c.Name, c => (Tensor)_crossers[c.Name].Apply(new Tensors(c.FeatureNames.Select(n => prepared[n]))));
        var results = new Dictionary<string, Tensor>();
        foreach (var (name, feature) in prepared.OrderBy(p => p.Key, Utf8Order.Instance).Concat(crossed.OrderBy(p => p.Key, Utf8Order.Instance)))
        {
            var mode = Features.TryGetValue(name, out var spec) ? spec.OutputMode : Crosses.First(c => c.Name == name).OutputMode;
            var encoded = mode == "one_hot" ? Encoder(name, feature).Apply(feature) : feature;
            if (OutputMode == "concat" && !encoded.DType.IsFloating())
            {
                throw new ArgumentException($"Cannot concatenate features because feature '{name}' has not been encoded (it has dtype {encoded.DType.Name()}). Consider using `output_mode='dict'`.");
            }

            results[name] = encoded;
        }

        return OutputMode == "dict" ? new Tensors(results) : (Concat ??= new TFDConcat(-1)).Apply(new Tensors(results.Values));
    }

    private CategoryEncoding Encoder(string name, Tensor feature)
    {
        if (_encoders.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!feature.DType.IsInteger())
        {
            throw new ArgumentException($"Feature '{name}' has `output_mode='one_hot'`. Thus its preprocessor should return an integer dtype. Instead it returns a {feature.DType.Name()} dtype.");
        }

        Layer preprocessor = Features.TryGetValue(name, out var spec) ? spec.Preprocessor : _crossers[name];
        var size = preprocessor switch
        {
            IntegerLookup lookup => lookup.VocabularySize(),
            StringLookup lookup => lookup.VocabularySize(),
            CategoryEncoding encoding => encoding.NumTokens!.Value,
            Discretization bins => bins.NumBins ?? bins.BinBoundaries!.Count + 1,
            HashedCrossing crossing => checked((int)crossing.NumBins),
            Hashing hashing => hashing.NumBins,
            _ => throw new ArgumentException($"Feature '{name}' has `output_mode='one_hot'`. However it isn't a standard feature and the dimensionality of its output space is not known, thus it cannot be one-hot encoded. Try using `output_mode='int'`."),
        };
        var encoder = new CategoryEncoding(size);
        OneHotEncoders.Add(encoder);
        return _encoders[name] = encoder;
    }
}

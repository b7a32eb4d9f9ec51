using KerasNet.Layers;

namespace KerasNet.Training;

/// <summary>Which arrays of a batch a step is fed with, in which types and shapes, and how its tensors are put together again.</summary>
internal sealed class FeedPlan
{
    private readonly Model _model;
    private readonly Batch _batch;
    private readonly IReadOnlyList<FeedSpec>? _earlier;
    private readonly List<FeedSpec> _specs = [];
    private readonly List<string> _names = [];
    private bool _relaxed;

    /// <param name="model">The model.</param>
    /// <param name="batch">A batch, of which kinds and shapes are taken.</param>
    /// <param name="withTargets">False for predictions.</param>
    /// <param name="classWeights">Whether class weights make weights of samples.</param>
    /// <param name="earlier">Feeds of a step that did not fit this batch: where sizes differ, they are unknown now.</param>
    public FeedPlan(Model model, Batch batch, bool withTargets, bool classWeights, IReadOnlyList<FeedSpec>? earlier)
    {
        (_model, _batch, _earlier) = (model, batch, earlier);
        AddInputs();
        if (withTargets)
        {
            AddTargets();
            AddWeights(classWeights);
        }
    }

    public IReadOnlyList<FeedSpec> Specs => _specs;

    /// <summary>Names of the feeds, for placeholders.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The step's data, of one tensor for each feed.</summary>
    public StepData Bind(IReadOnlyList<Tensor> feeds)
    {
        Tensor[] Of(FeedKind kind) => [.. feeds.Where((_, i) => _specs[i].Kind == kind)];
        var (x, y, w) = (Of(FeedKind.Input), Of(FeedKind.Target), Of(FeedKind.Weight));
        return new StepData(Together(x, _batch.X)!, Together(y, _batch.Y), w.Length == 0 ? null : w.Length == 1 ? w[0] : w);
    }

    private Tensors? Together(Tensor[] tensors, Data? data) => data is null ? null
        : tensors.Length == 1 && !data.IsList ? tensors[0]
        : data.Names is { } names && _model.Graph is null ? new Tensors(names.Zip(tensors).ToDictionary(p => p.First, p => p.Second))
        : tensors;

    private void AddInputs()
    {
        var (x, graph) = (_batch.X, _model.Graph);
        if (graph is not null && x.Columns.Count != graph.Inputs.Count)
        {
            throw new ArgumentException($"Model '{_model.Name}' expects {graph.Inputs.Count} input(s): {string.Join(", ", graph.Inputs.Select(i => $"{i.Name} {i.Shape}"))}. Received: {x.Columns.Count} array(s) of shapes {string.Join(", ", x.Columns.Select(c => c.Shape))}. Pass a list, [x1, x2], or a dictionary by input name.");
        }

        for (var i = 0; i < x.Columns.Count; i++)
        {
            var declared = graph?.Inputs[i];
            var at = declared is not null && x.Names is { } names ? IndexOf(names, declared.Name!, "data for input") : i;
            var column = x.Columns[at];
            CheckInput(column, declared);
            var dtype = column.DType == DataType.String ? DataType.String
                : declared?.DType ?? (column.DType.IsFloating() ? Keras.Config.FloatX : column.DType);
            var row = declared is null ? Relax(FeedKind.Input, at, column.Shape[1..])
                : declared.Rank == column.Shape.Rank ? Unknowns(column.Shape[1..], declared.Shape[1..])
                : column.Shape[1..];
            Add(FeedKind.Input, at, dtype, row, declared?.Name ?? $"x{i}");
        }
    }

    private void CheckInput(DataColumn column, Tensor? declared)
    {
        if (declared is not null && (column.DType == DataType.String) != (declared.DType == DataType.String))
        {
            throw new ArgumentException($"Model '{_model.Name}': input '{declared.Name}' expects {declared.DType.Name()}. Received: {column.DType.Name()} of shape {column.Shape}. {(column.DType == DataType.String ? "Turn the text into numbers first, or declare the input with dtype: DataType.String." : "Pass an array of string.")}");
        }
    }

    private void AddTargets()
    {
        if (_batch.Y is not { } y)
        {
            return;
        }

        var outputs = _model.Graph?.Outputs;
        var names = _model.OutputNames;
        for (var i = 0; i < y.Columns.Count; i++)
        {
            var at = y.Names is { } given && names is not null && y.Columns.Count == names.Count ? IndexOf(given, names[i], "targets for output") : i;
            var column = y.Columns[at];
            if (column.DType == DataType.String)
            {
                throw new ArgumentException($"Model '{_model.Name}': y[{i}] holds text, string of shape {column.Shape}. Expected: numbers, which a loss can compare with outputs. Turn class names into numbers first.");
            }

            var row = column.Shape[1..];
            row = outputs is null || outputs.Count != y.Columns.Count ? _relaxed ? Relax(FeedKind.Target, at, row) : row
                : row.Rank == outputs[i].Rank - 1 ? Unknowns(row, outputs[i].Shape[1..])
                : new TensorShape([.. row.Dims.ToArray().Select((d, a) => a < outputs[i].Rank - 1 && outputs[i].Shape[a + 1] < 0 ? -1 : d)]);
            Add(FeedKind.Target, at, column.DType.IsFloating() ? Keras.Config.FloatX : column.DType, row, $"y{i}");
        }
    }

    private void AddWeights(bool classWeights)
    {
        var given = _batch.SampleWeight;
        if (given is null && !classWeights)
        {
            return;
        }

        var outputs = _model.OutputNames?.Count ?? _batch.Y?.Columns.Count ?? 1;
        if (given is not null && given.Columns.Count != 1 && given.Columns.Count != outputs)
        {
            throw new ArgumentException($"sampleWeight must be one array, or one for each of the {outputs} outputs. Received: {given.Columns.Count}.");
        }

        if (classWeights)
        {
            CheckClassWeights(given, outputs);
        }

        for (var i = 0; i < outputs; i++)
        {
            var column = given is null ? -1 : given.Columns.Count == 1 ? 0 : given.Names is { } names && _model.OutputNames is { } known ? IndexOf(names, known[i], "sample weights for output") : i;
            var row = given is null ? TensorShape.Scalar : given.Columns[column].Shape[1..];
            Add(FeedKind.Weight, column, DataType.Float32, _relaxed ? Relax(FeedKind.Weight, column, row) : row, $"w{i}", i);
        }
    }

    private void CheckClassWeights(Data? given, int outputs)
    {
        if (given is not null)
        {
            throw new ArgumentException("You cannot use classWeight and sampleWeight at the same time. Multiply the weights of the samples by those of their classes.");
        }

        if (outputs > 1)
        {
            throw new ArgumentException($"classWeight is only supported for models with a single output. Received: a model with {outputs} outputs. Use sampleWeight for each output instead.");
        }

        if (_batch.Y is null)
        {
            throw new ArgumentException("classWeight needs targets: the class of a sample is its target. Received: no y. Pass y.");
        }
    }

    private void Add(FeedKind kind, int column, DataType dtype, TensorShape row, string name, int target = -1)
    {
        _specs.Add(new FeedSpec(kind, column, dtype, row, target));
        _names.Add(name);
    }

    /// <summary>The shape of a sample; what differs from the earlier step's becomes unknown.</summary>
    private TensorShape Relax(FeedKind kind, int column, TensorShape row)
    {
        if (_earlier?.FirstOrDefault(f => f.Kind == kind && f.Column == column) is not { } before || before.RowShape.Rank != row.Rank)
        {
            return row;
        }

        var relaxed = new TensorShape([.. Enumerable.Range(0, row.Rank).Select(i => before.RowShape[i] == row[i] ? row[i] : -1)]);
        _relaxed |= !relaxed.IsFullyDefined;
        return relaxed;
    }

    private static int IndexOf(IReadOnlyList<string> given, string name, string what)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"Missing {what} '{name}'. You passed: {string.Join(", ", given)}.");
    }

    /// <summary>The sizes of the data, but unknown where the model declares them so.</summary>
    private static TensorShape Unknowns(TensorShape row, TensorShape declared) =>
        new([.. Enumerable.Range(0, row.Rank).Select(i => declared[i] < 0 ? -1 : row[i])]);
}

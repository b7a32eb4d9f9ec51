using KerasNet.Saving;

namespace KerasNet.Optimizers;

/// <summary>Gives each weight to one of several optimizers.</summary>
/// <remarks>Python: <c>keras.optimizers.MultiOptimizer</c>. It has no learning rate of its own: ask <see cref="Optimizers"/>.</remarks>
/// <example><code>model.Compile(new MultiOptimizer(new OptimizerMap(new SGD()) { ["encoder/.*"] = new Adam() }), "mse");</code></example>
public sealed class MultiOptimizer : Optimizer, IConfigurable
{
    private readonly Func<KerasVariable, Optimizer> _choose;
    private readonly List<Optimizer> _optimizers = [];
    private readonly Dictionary<KerasVariable, Optimizer> _of = [];

    /// <summary>Optimizers by the paths of weights.</summary>
    /// <param name="optimizerMap">Which optimizer a path gets.</param>
    /// <param name="lossScaleFactor">Factor of the loss and divisor of the gradients, for all; null: none.</param>
    /// <param name="name">Name; null: the next automatic one.</param>
    public MultiOptimizer(OptimizerMap optimizerMap, double? lossScaleFactor = null, string? name = null)
        : base(0.0, lossScaleFactor: lossScaleFactor, name: name)
    {
        (OptimizerMap, _choose) = (optimizerMap, v => optimizerMap[v.Path]);
        foreach (var optimizer in optimizerMap.Optimizers.Values.Append(optimizerMap.DefaultOptimizer))
        {
            Add(optimizer);
        }
    }

    /// <summary>Optimizers by a function of the weight. It is not saved with a model.</summary>
    /// <param name="optimizerMap">Gives the optimizer of a weight: the same object for all that share it.</param>
    /// <param name="lossScaleFactor">Factor of the loss and divisor of the gradients, for all; null: none.</param>
    /// <param name="name">Name; null: the next automatic one.</param>
    public MultiOptimizer(Func<KerasVariable, Optimizer> optimizerMap, double? lossScaleFactor = null, string? name = null)
        : base(0.0, lossScaleFactor: lossScaleFactor, name: name) => _choose = optimizerMap;

    /// <summary>Which optimizer a path gets; null where a function says.</summary>
    public OptimizerMap? OptimizerMap { get; }

    /// <summary>The optimizers: those of the map, then those that weights got.</summary>
    public IReadOnlyList<Optimizer> Optimizers => _optimizers;

    /// <summary>There is none: each of the <see cref="Optimizers"/> has its own.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override LearningRate LearningRate
    {
        get => throw new InvalidOperationException("Learning rate cannot be accessed on a MultiOptimizer. Access the learning rate on the individual sub-optimizers instead.");
        set => throw new InvalidOperationException("Learning rate cannot be set on a MultiOptimizer. Set the learning rate on the individual sub-optimizers instead.");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KerasVariable> Variables => [.. base.Variables, .. _optimizers.SelectMany(o => o.Variables)];

    /// <inheritdoc/>
    public override void Build(IReadOnlyList<KerasVariable> variables)
    {
        if (Built)
        {
            return;
        }

        foreach (var variable in variables)
        {
            Add(_of[variable] = Chosen(variable));
        }

        foreach (var (optimizer, group) in Groups(variables))
        {
            optimizer.Build(group);
        }

        base.Build(variables);
    }

    /// <inheritdoc/>
    public override void Apply(IReadOnlyList<Tensor?> gradients, IReadOnlyList<KerasVariable> variables)
    {
        if (gradients.Count == 0)
        {
            return;
        }

        Build(variables);
        if (gradients.Count != _of.Count)
        {
            throw new ArgumentException($"Gradients must match trainable variables one-to-one. Received {gradients.Count} gradients and {_of.Count} variables.", nameof(gradients));
        }

        var by = variables.Zip(gradients).ToDictionary(p => p.First, p => p.Second);
        foreach (var (optimizer, group) in Groups(variables))
        {
            // A wrapper that scales the loss itself takes the factor away.
            optimizer.LossScaleFactor = LossScaleFactor;
            Tensor?[] own = [.. group.Select(v => by[v])];
            if (Condition is { } condition)
            {
                optimizer.ApplyIf(condition, own, group);
            }
            else
            {
                optimizer.Apply(own, group);
            }
        }

        Assign(Iterations, Ops.Add(Iterations.Value, Tensor.Create([1L], TensorShape.Scalar)));
    }

    /// <inheritdoc/>
    public override void FinalizeVariableValues(IReadOnlyList<KerasVariable> variables)
    {
        foreach (var (optimizer, group) in Built ? Groups(variables) : [])
        {
            optimizer.FinalizeVariableValues(group);
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate) =>
        throw new InvalidOperationException("MultiOptimizer updates through its optimizers. Call Apply.");

    System.Text.Json.Nodes.JsonObject IConfigurable.GetConfig() => OptimizerMap is not null ? ObjectSerializer.Parameters(this)
        : throw new NotSupportedException("A MultiOptimizer that chooses by a C# function cannot be saved. Give it an OptimizerMap, or save the model without its compiled state: SaveWeights.");

    private Optimizer Chosen(KerasVariable variable) => _choose(variable) switch
    {
        null => throw new ArgumentException($"Optimizer for variable {variable.Path} is not an Optimizer instance."),
        LossScaleOptimizer => throw new ArgumentException("LossScaleOptimizer cannot be used inside an MultiOptimizer."),
        MultiOptimizer => throw new ArgumentException("MultiOptimizer cannot be used inside an MultiOptimizer."),
        var optimizer => optimizer,
    };

    private void Add(Optimizer optimizer)
    {
        if (!_optimizers.Contains(optimizer))
        {
            optimizer.LossScaleFactor = LossScaleFactor;
            _optimizers.Add(optimizer);
        }
    }

    /// <summary>The weights of each optimizer, in the order of the optimizers.</summary>
    private IEnumerable<(Optimizer Optimizer, IReadOnlyList<KerasVariable> Variables)> Groups(IReadOnlyList<KerasVariable> variables) => _optimizers
        .Select(o => (o, (IReadOnlyList<KerasVariable>)[.. variables.Where(v => _of.TryGetValue(v, out var own) ? own == o : throw new ArgumentException($"Unknown variable: '{v.Path}'. This optimizer can only be called for the variables it was originally built with."))]))
        .Where(g => g.Item2.Count > 0);
}

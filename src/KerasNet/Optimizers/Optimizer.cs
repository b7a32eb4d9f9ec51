using KerasNet.Graphs;
using KerasNet.Initializers;
using KerasNet.Internal;

namespace KerasNet.Optimizers;

/// <summary>Changes weights by their gradients.</summary>
/// <remarks>Python: <c>keras.optimizers.Optimizer</c>. Own optimizers override <see cref="BuildSlots"/> and <see cref="UpdateStep"/>. Converts from Keras's names: <c>"adam"</c>.</remarks>
public abstract class Optimizer
{
    private readonly List<KerasVariable> _variables = [];
    private readonly Dictionary<KerasVariable, int> _index = [];
    private readonly Dictionary<(string Name, DataType DType), Tensor> _numbers = [];
    private readonly WeightDecay _decay = new();
    private IReadOnlyList<KerasVariable> _accumulators = [];
    private IReadOnlyList<KerasVariable> _averages = [];
    private LearningRate _learningRate;
    private Tensor? _condition;

    /// <summary>Keeps the base arguments.</summary>
    protected Optimizer(LearningRate learningRate, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false,
        double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    {
        if (new[] { clipnorm, clipvalue, globalClipnorm }.Count(c => c is not null) > 1)
        {
            throw new ArgumentException($"Only one of clipnorm, clipvalue and globalClipnorm can be set. Received: clipnorm={clipnorm}, clipvalue={clipvalue}, globalClipnorm={globalClipnorm}.");
        }

        Name = name ?? Keras.State.AutoName(GetType().Name);
        (WeightDecay, Clipnorm, Clipvalue, GlobalClipnorm) = (weightDecay, clipnorm, clipvalue, globalClipnorm);
        (UseEma, EmaMomentum, EmaOverwriteFrequency) = (useEma, useEma ? Require.Rate(emaMomentum) : emaMomentum, Require.Positive(emaOverwriteFrequency));
        LossScaleFactor = lossScaleFactor;
        GradientAccumulationSteps = gradientAccumulationSteps is null or >= 2 ? gradientAccumulationSteps
            : throw new ArgumentOutOfRangeException(nameof(gradientAccumulationSteps), $"gradientAccumulationSteps must be an integer >= 2. Received: gradientAccumulationSteps={gradientAccumulationSteps}.");
        Iterations = new KerasVariable(Tensor.Create([0L], TensorShape.Scalar), "iteration", trainable: false) { Path = Name + "/iteration" };
        _variables.Add(Iterations);
        _learningRate = learningRate.Of(this);
        if (_learningRate.Variable is { } variable)
        {
            _variables.Add(variable);
        }
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Number of steps so far.</summary>
    public KerasVariable Iterations { get; }

    /// <summary>Learning rate; setting a number acts from the next step on.</summary>
    /// <exception cref="InvalidOperationException">A number is set where a schedule rules.</exception>
    public virtual LearningRate LearningRate
    {
        get => _learningRate;
        set
        {
            var before = _learningRate.Variable;
            if (value.Schedule is null)
            {
                var variable = before ?? throw new InvalidOperationException("This optimizer was created with a LearningRateSchedule, hence its learning rate is not settable. Create it with a number to set the learning rate.");
                variable.Assign(RawOps.Scalar(value.Value, variable.DType));
                return;
            }

            _learningRate = value.Of(this);
            _variables.RemoveAll(v => v == before);
        }
    }

    /// <summary>Share of each weight that is taken away per step, times the learning rate; null: none.</summary>
    public double? WeightDecay { get; }

    /// <summary>Largest norm of each gradient; null: any.</summary>
    public double? Clipnorm { get; }

    /// <summary>Largest absolute value in gradients; null: any.</summary>
    public double? Clipvalue { get; }

    /// <summary>Largest norm of all gradients together; null: any.</summary>
    public double? GlobalClipnorm { get; }

    /// <summary>Whether a moving average of the weights is kept.</summary>
    public bool UseEma { get; }

    /// <summary>Share of the old average in the new.</summary>
    public double EmaMomentum { get; }

    /// <summary>Steps after which the weights become their average; null: only at the end of training.</summary>
    public int? EmaOverwriteFrequency { get; }

    /// <summary>Factor of the loss and divisor of the gradients, for float16; null: none.</summary>
    public double? LossScaleFactor { get; internal set; }

    /// <summary>Batches whose gradients make one update; null: one.</summary>
    public int? GradientAccumulationSteps { get; }

    /// <summary>True after the slots were made.</summary>
    public bool Built { get; private set; }

    /// <summary>The optimizer's state, in the order in which files hold it.</summary>
    public virtual IReadOnlyList<KerasVariable> Variables => _variables;

    /// <summary>The state without that of optimizers inside.</summary>
    internal IReadOnlyList<KerasVariable> OwnVariables => _variables;

    /// <summary>The weights with their moving averages; empty without them.</summary>
    internal IReadOnlyList<(KerasVariable Variable, KerasVariable Average)> Averages => _averages.Count == 0 ? [] : [.. _index.Keys.Zip(_averages)];

    /// <summary>Whether the gradients of a row that was looked up several times are summed before they are squared, as Keras did before version 3.</summary>
    internal bool SumsRows { get; set; }

    /// <summary>What the user typed; null where the user made the object.</summary>
    internal string? Identifier { get; private set; }

    /// <summary>Makes the state for these weights.</summary>
    public virtual void Build(IReadOnlyList<KerasVariable> variables)
    {
        if (Built)
        {
            return;
        }

        using var untraced = Graph.Leave();
        using var untaped = GradientTape.Suspend();

        // What gradients replace has no slots, and so comes last.
        KerasVariable[] learned = [.. variables.Where(v => !v.OverwriteWithGradient)];
        foreach (var variable in learned.Union(variables))
        {
            _index[variable] = _index.Count;
        }

        _averages = UseEma ? AddSlots(learned, "average") : [];
        var sums = variables.Zip(GradientAccumulationSteps is null ? [] : AddSlots(variables, "gradient_accumulator")).ToDictionary(p => p.First, p => p.Second);
        _accumulators = [.. _index.Keys.Where(sums.ContainsKey).Select(v => sums[v])];
        BuildSlots(learned);
        Built = true;
    }

    /// <summary>One step: at once on values, recorded in a trace.</summary>
    /// <param name="gradients">One for each variable; null where the loss does not depend on it.</param>
    /// <param name="variables">The weights.</param>
    /// <exception cref="ArgumentException">No variable has a gradient, or one is not among those of <see cref="Build"/>.</exception>
    public virtual void Apply(IReadOnlyList<Tensor?> gradients, IReadOnlyList<KerasVariable> variables)
    {
        if (gradients.Count == 0)
        {
            return;
        }

        Build(variables);
        var pairs = GradientList.Checked(this, gradients, variables, _index.ContainsKey);
        _numbers.Clear();
        using var uncast = AutoCast.Enter(DataType.None);
        foreach (var (value, variable) in pairs.Where(p => p.Variable.OverwriteWithGradient))
        {
            Overwrite(variable, value);
        }

        pairs = [.. pairs.Where(p => !p.Variable.OverwriteWithGradient)];
        var (values, targets) = (pairs.Select(p => p.Gradient).ToList(), pairs.Select(p => p.Variable).ToList());
        if (LossScaleFactor is { } scale)
        {
            values = [.. values.Select(g => g / scale)];
        }

        if (targets.Count > 0 && GradientAccumulationSteps is { } steps)
        {
            Accumulate(values, targets, steps);
        }
        else if (targets.Count > 0)
        {
            Update(values, targets);
        }

        if (UseEma)
        {
            Average();
        }

        foreach (var variable in targets.Where(v => v.Constraint is not null))
        {
            Assign(variable, variable.Constraint!.Call(variable.Value));
        }

        Assign(Iterations, Ops.Add(Iterations.Value, Tensor.Create([1L], TensorShape.Scalar)));
    }

    /// <summary>The loss whose gradients <see cref="Apply"/> takes: times the loss scale, where there is one.</summary>
    public virtual Tensor ScaleLoss(Tensor loss) => LossScaleFactor is { } scale ? loss * scale : loss;

    /// <summary>Ends training: with a moving average the weights become it.</summary>
    public virtual void FinalizeVariableValues(IReadOnlyList<KerasVariable> variables)
    {
        foreach (var variable in UseEma && Built ? variables.Where(v => !v.OverwriteWithGradient) : [])
        {
            variable.Assign(_averages[IndexOf(variable)].ReadNow());
        }
    }

    /// <summary>Takes weights out of weight decay, by object or by a part of their name (a regular expression).</summary>
    /// <exception cref="InvalidOperationException">The optimizer is built.</exception>
    public void ExcludeFromWeightDecay(IReadOnlyList<KerasVariable>? varList = null, IReadOnlyList<string>? varNames = null)
    {
        if (Built)
        {
            throw new InvalidOperationException("ExcludeFromWeightDecay() can only be configured before the optimizer is built. Call it before Compile or Fit.");
        }

        _decay.Exclude(varList, varNames);
    }

    /// <summary>Makes the slots of the optimizer's own.</summary>
    protected virtual void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
    }

    /// <summary>Updates one weight with <see cref="Assign"/>.</summary>
    protected abstract void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate);

    /// <summary>Updates what all weights share, once per step.</summary>
    protected virtual void UpdateShared(DataType dtype)
    {
    }

    /// <summary>Updates one weight by a kernel that does it all. False: there is none, and <see cref="UpdateStep"/> is called.</summary>
    private protected virtual bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate) => false;

    /// <summary>Sets a variable; in a step that may be no update, only if it is one.</summary>
    protected void Assign(KerasVariable variable, Tensor value)
    {
        value = Ops.Cast(value, variable.DType);
        variable.Assign(_condition is null ? value : Ops.Where(_condition, value, variable.Value));
    }

    /// <summary>Weight decay of one variable; null: none.</summary>
    protected virtual double? DecayOf(KerasVariable variable) => WeightDecay;

    /// <summary>A number that is computed once per step and type.</summary>
    protected Tensor Number(string name, DataType dtype, Func<Tensor> make)
    {
        if (!_numbers.TryGetValue((name, dtype), out var number))
        {
            _numbers[(name, dtype)] = number = Ops.Cast(make(), dtype);
        }

        return number;
    }

    /// <summary>Square of a gradient. Where a row of a table was looked up several times in a batch, Keras adds the squares of its parts, and so does this.</summary>
    protected static Tensor Squared(Tensor gradient) => gradient.SquaredParts?.Invoke() ?? Ops.Square(gradient);

    /// <summary>Number of this update, from 1.</summary>
    protected Tensor LocalStep(DataType dtype) => Number("step", dtype, () => Ops.Cast(Updates() + Tensor.Create([1L], TensorShape.Scalar), dtype));

    /// <summary>Position of a weight among those of <see cref="Build"/>.</summary>
    protected int IndexOf(KerasVariable variable) => _index[variable];

    /// <summary>One slot for each weight.</summary>
    protected IReadOnlyList<KerasVariable> AddSlots(IReadOnlyList<KerasVariable> variables, string name, Initializer? initializer = null) =>
        [.. variables.Select(v => AddSlot(v, name, initializer))];

    /// <summary>Two slots for each weight, side by side in files.</summary>
    protected (IReadOnlyList<KerasVariable> First, IReadOnlyList<KerasVariable> Second) AddSlots(IReadOnlyList<KerasVariable> variables, string first, string second, Initializer? firstInitializer = null)
    {
        var pairs = variables.Select(v => (AddSlot(v, first, firstInitializer), AddSlot(v, second))).ToList();
        return ([.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]);
    }

    /// <summary>A slot of a weight's shape.</summary>
    protected KerasVariable AddSlot(KerasVariable variable, string name, Initializer? initializer = null) =>
        AddVariable(variable.Shape, variable.DType, $"{variable.Path.Replace('/', '_')}_{name}", initializer);

    /// <summary>A variable of the optimizer.</summary>
    protected KerasVariable AddVariable(TensorShape shape, DataType dtype, string name, Initializer? initializer = null)
    {
        var variable = new KerasVariable((initializer ?? new Zeros()).Call(shape, dtype), name, trainable: false) { Path = $"{Name}/{name}" };
        _variables.Add(variable);
        return variable;
    }

    /// <summary>Adds a variable that was made elsewhere to the state.</summary>
    private protected void Track(KerasVariable variable) => _variables.Add(variable);

    /// <summary>A step that acts only if a condition holds.</summary>
    internal void ApplyIf(Tensor condition, IReadOnlyList<Tensor?> gradients, IReadOnlyList<KerasVariable> variables) =>
        Under(condition, () => Apply(gradients, variables));

    /// <summary>What a step depends on that may be none; null where it always is one.</summary>
    private protected Tensor? Condition => _condition;

    private void Under(Tensor condition, Action act)
    {
        var before = _condition;
        _condition = before is null ? condition : Ops.LogicalAnd(before, condition);
        act();
        _condition = before;
    }

    private Tensor Updates() => GradientAccumulationSteps is { } steps
        ? Ops.FloorDivide(Iterations.Value, Tensor.Create([(long)steps], TensorShape.Scalar))
        : Iterations.Value;

    private void Update(IReadOnlyList<Tensor> gradients, IReadOnlyList<KerasVariable> variables)
    {
        gradients = GradientClipping.Clip(gradients, Clipnorm, Clipvalue, GlobalClipnorm);
        Tensor Rate(DataType dtype) => Number("rate", dtype, LearningRate.Read);
        foreach (var variable in variables.Where(_decay.Applies))
        {
            if (DecayOf(variable) is { } decay)
            {
                Assign(variable, variable.Value * Number(FormattableString.Invariant($"decay {decay}"), variable.DType, () => 1 - (decay * Rate(variable.DType))));
            }
        }

        UpdateShared(variables[0].DType);
        var fused = _condition is null && Graph.Current is { Outer: null };
        foreach (var (gradient, variable) in gradients.Zip(variables))
        {
            var g = Ops.Cast(gradient, variable.DType);
            if (SumsRows)
            {
                g.SquaredParts = null;
            }

            if (!fused || g.SquaredParts is not null || !UpdateFused(g, variable, Rate(variable.DType)))
            {
                UpdateStep(g, variable, Rate(variable.DType));
            }
        }
    }

    /// <summary>Sets a variable to its gradient; over several batches, to the greatest.</summary>
    private void Overwrite(KerasVariable variable, Tensor value)
    {
        if (GradientAccumulationSteps is not { } steps)
        {
            Assign(variable, value);
            return;
        }

        var slot = _accumulators[IndexOf(variable)];
        var (due, greatest) = (IsDue(steps), Ops.Maximum(value, slot.Value));
        Under(due, () => Assign(variable, greatest));
        Assign(slot, Ops.Where(due, Fill.With(0, slot.Shape, slot.DType), greatest));
    }

    private Tensor IsDue(int steps) =>
        Ops.Equal(Ops.Mod(Iterations.Value + Tensor.Create([1L], TensorShape.Scalar), Tensor.Create([(long)steps], TensorShape.Scalar)), Tensor.Create([0L], TensorShape.Scalar));

    private void Accumulate(IReadOnlyList<Tensor> gradients, IReadOnlyList<KerasVariable> variables, int steps)
    {
        var slots = variables.Select(v => _accumulators[IndexOf(v)]).ToList();
        var sums = gradients.Zip(slots, (g, slot) => Ops.Cast(g, slot.DType) + slot.Value).ToList();
        var due = IsDue(steps);
        Under(due, () => Update([.. sums.Select(s => s / (double)steps)], variables));
        foreach (var (slot, sum) in slots.Zip(sums))
        {
            Assign(slot, Ops.Where(due, Fill.With(0, slot.Shape, slot.DType), sum));
        }
    }

    private void Average()
    {
        var updates = Updates();
        foreach (var (variable, average) in Averages)
        {
            var dtype = variable.DType;
            var momentum = Number("ema", dtype, () => Ops.Cast(Ops.NotEqual(updates, Tensor.Create([0L], TensorShape.Scalar)), dtype) * EmaMomentum);
            Assign(average, (momentum * average.Value) + ((1 - momentum) * variable.Value));
        }

        if (EmaOverwriteFrequency is { } frequency)
        {
            var due = Ops.Equal(Ops.Mod(updates + Tensor.Create([1L], TensorShape.Scalar), Tensor.Create([(long)frequency], TensorShape.Scalar)), Tensor.Create([0L], TensorShape.Scalar));
            Under(due, () =>
            {
                foreach (var (variable, average) in Averages)
                {
                    Assign(variable, average.Value);
                }
            });
        }
    }

    /// <summary>A known optimizer by name, whatever the case.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Optimizer(string name)
    {
        var optimizer = Catalog<Optimizer>.Get(name);
        optimizer.Identifier = name;
        return optimizer;
    }
}

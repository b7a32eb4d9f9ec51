using System.Text.Json.Nodes;
using KerasNet.Constraints;
using KerasNet.Graphs;
using KerasNet.Initializers;
using KerasNet.Models;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A building block: weights and a function of tensors. Own layers override <see cref="Build(TensorShape)"/> and <see cref="Call(Tensor, CallContext)"/>.</summary>
/// <remarks>Python: <c>keras.layers.Layer</c>.</remarks>
public abstract class Layer : Operation
{
    private readonly List<KerasVariable> _trainable = [];
    private readonly List<KerasVariable> _nonTrainable = [];
    private readonly List<Tensor> _losses = [];
    private DTypePolicy _dtype = Keras.Config.DTypePolicy;
    private readonly RematScope? _remat = RematScope.Current;
    private Regularizer? _activityRegularizer;
    private bool _frozen;

    /// <summary>Makes a layer with the next automatic name.</summary>
    /// <param name="activityRegularizer">Penalty on the outputs, added to the loss.</param>
    /// <param name="autocast">Whether floating-point inputs and weights are cast to the compute type in a call.</param>
    protected Layer(Regularizer? activityRegularizer = null, bool autocast = true)
    {
        _activityRegularizer = activityRegularizer;
        AutoCastInputs = autocast;
    }

    private protected Layer(string className)
        : base(className)
    {
    }

    /// <summary>Types of computation and weights; the default is <see cref="KerasConfig.FloatX"/>.</summary>
    public DTypePolicy DType { get => _dtype; init => SetDType(value); }

    /// <summary>Penalty on the outputs, added to the loss.</summary>
    public Regularizer? ActivityRegularizer { get => _activityRegularizer; init => _activityRegularizer = value; }

    /// <summary>Whether floating-point inputs and weights are cast to the compute type in a call.</summary>
    public bool AutoCastInputs { get; init; } = true;

    /// <summary>Names of the layers that hold this one, and its own, as in the paths of its weights; it is known from the first call on.</summary>
    /// <remarks>Python: <c>layer.path</c>.</remarks>
    public string Path { get; private set; } = string.Empty;

    /// <summary>How the kernel is kept in few bits: <c>int8</c>, <c>int4</c>, <c>float8</c>, <c>gptq</c>, <c>awq</c>; null: it is not.</summary>
    /// <remarks>Python: <c>layer.quantization_mode</c>.</remarks>
    public string? QuantizationMode => Policy.QuantizationMode;

    /// <summary>True after the weights were made.</summary>
    public bool Built { get; private set; }

    /// <summary>True for layers that pass a mask on.</summary>
    public virtual bool SupportsMasking => false;

    /// <summary>Demands on the inputs, one for each; empty: none.</summary>
    public IReadOnlyList<InputSpec> InputSpecs { get; protected set; } = [];

    /// <summary>The shapes that the layer was built for.</summary>
    public IReadOnlyList<TensorShape> BuildShapes { get; private set; } = [];

    /// <summary>Whether training changes the weights. Takes effect at the next Compile, as in Keras.</summary>
    public bool Trainable
    {
        get => !_frozen;
        set
        {
            _frozen = !value;
            foreach (var variable in _trainable)
            {
                variable.Trainable = value;
            }

            foreach (var layer in SubLayers)
            {
                layer.Trainable = value;
            }
        }
    }

    /// <summary>Layers inside this one, in order.</summary>
    public virtual IReadOnlyList<Layer> SubLayers => [.. LayerTracker.Layers(this).Distinct()];

    /// <summary>All weights: this layer's trainable ones, those in its fields, the others, then those of the layers inside.</summary>
    public IReadOnlyList<KerasVariable> Weights =>
        [.. _trainable.Concat(LayerTracker.Variables(this)).Concat(_nonTrainable).Concat(SubLayers.SelectMany(l => l.Weights)).Distinct()];

    /// <summary>The weights that training changes.</summary>
    public IReadOnlyList<KerasVariable> TrainableWeights => Trainable ? [.. Weights.Where(w => w.Trainable)] : [];

    /// <summary>The weights that training does not change.</summary>
    public IReadOnlyList<KerasVariable> NonTrainableWeights => Trainable ? [.. Weights.Where(w => !w.Trainable)] : Weights;

    /// <summary>Losses of the last call on values or in the running trace, activity penalties and <see cref="AddLoss"/>; then the penalties on weights.</summary>
    public IReadOnlyList<Tensor> Losses => [.. AddedLosses(), .. WeightPenalties()];

    /// <summary>Metrics in fields of the layer and of the layers inside: they stand in the logs of training, and start anew with each epoch.</summary>
    public virtual IReadOnlyList<Metrics.Metric> Metrics => [.. LayerTracker.Metrics(this).Concat(SubLayers.SelectMany(l => l.Metrics)).Distinct()];

    /// <summary>Calls the layer on one tensor: values at once, symbolic tensors by record.</summary>
    /// <param name="x">The input.</param>
    /// <param name="mask">Mask of the input; null: the one that travels with it.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    public Tensor Apply(Tensor x, Tensor? mask = null, bool? training = null) =>
        Invoke(x, new CallArguments { Masks = mask is null ? null : [mask], Training = training }).Single();

    /// <summary>Calls the layer on one or several tensors.</summary>
    public Tensors Apply(Tensors inputs, Tensors? mask = null, bool? training = null) =>
        Invoke(inputs, new CallArguments { Masks = mask, Training = training });

    /// <summary>The layer's constructor arguments, as Keras files hold them.</summary>
    public JsonObject GetConfig() => ObjectSerializer.Config(this);

    /// <summary>Class name and config of a layer, as Keras files hold them.</summary>
    /// <remarks>Python: <c>keras.layers.serialize</c>.</remarks>
    public static JsonObject Serialize(Layer layer) => ObjectSerializer.Serialize(layer);

    /// <summary>A layer from its class name and config.</summary>
    /// <remarks>Python: <c>keras.layers.deserialize</c>.</remarks>
    /// <exception cref="ArgumentException">The class is unknown, or its config does not fit.</exception>
    public static Layer Deserialize(JsonObject config) => (Layer)ObjectSerializer.Deserialize(config, typeof(Layer));

    /// <summary>A layer or model of a class, from what <see cref="GetConfig"/> gave: new weights, the same arguments and name.</summary>
    /// <remarks>Python: <c>Dense.from_config(config)</c> is <c>Layer.FromConfig&lt;Layers.Dense&gt;(config)</c>.</remarks>
    /// <exception cref="ArgumentException">A key is not a parameter of the class, or a value does not fit.</exception>
    public static T FromConfig<T>(System.Text.Json.Nodes.JsonObject config)
        where T : Layer => (T)Saving.ObjectSerializer.FromConfig(typeof(T), Saving.ObjectSerializer.Reread(config));

    /// <summary>Number of single weights.</summary>
    /// <exception cref="InvalidOperationException">The layer is not built yet.</exception>
    public long CountParams() => Built ? Weights.Sum(w => w.Shape.Size)
        : throw new InvalidOperationException($"You tried to call CountParams on layer '{Name}', but the layer isn't built. Call it on data or on Keras.Input(…) first.");

    /// <summary>Values of all weights, in the order of <see cref="Weights"/>.</summary>
    public IReadOnlyList<Tensor> GetWeights() => WeightValues.Read(Weights);

    /// <summary>Replaces the values of all weights.</summary>
    /// <exception cref="ArgumentException">Their number or a shape does not fit.</exception>
    public void SetWeights(IReadOnlyList<Tensor> values) => WeightValues.Write(this, Weights, values);

    /// <summary>Keeps the layer's kernel in few bits from now on.</summary>
    /// <param name="mode"><c>int8</c>, <c>int4</c> or <c>float8</c>; null: that of <paramref name="config"/>.</param>
    /// <param name="config">How; null: what the mode has.</param>
    /// <param name="typeCheck">Whether subclasses of Keras's layers are refused, which may use the kernel in another way.</param>
    /// <remarks>Python: <c>layer.quantize</c>. A model that holds the layer and is to be trained further is compiled again.</remarks>
    /// <exception cref="NotSupportedException">The layer cannot be quantised, or not in this way.</exception>
    /// <exception cref="InvalidOperationException">The layer is not built, or is quantised already.</exception>
    public virtual void Quantize(string? mode = null, Quantizers.QuantizationConfig? config = null, bool typeCheck = true) =>
        throw new NotSupportedException($"Layer {ClassName} does not have a `quantize` method implemented.");

    /// <summary>Shape of the output for a shape of the input, found by a trace.</summary>
    public virtual TensorShape ComputeOutputShape(TensorShape input)
    {
        var (specs, _) = SymbolicTrace.Shapes(new Tensor(new KerasHistory(this, -1, 0), DType.ComputeDType, input, Name), t => Invoke(t, CallArguments.None));
        return specs[0].Shape;
    }

    /// <summary>Makes the weights for one input shape.</summary>
    protected virtual void Build(TensorShape input)
    {
    }

    /// <summary>Makes the weights for several input shapes.</summary>
    protected virtual void Build(IReadOnlyList<TensorShape> inputs) => Build(inputs[0]);

    /// <summary>Computes the output of one tensor.</summary>
    protected virtual Tensor Call(Tensor x, CallContext context) =>
        throw new InvalidOperationException($"Layer '{Name}' ({ClassName}) computes nothing: override Call(Tensor, CallContext) or Call(Tensors, CallContext).");

    /// <summary>Computes the outputs of several tensors.</summary>
    protected virtual Tensors Call(Tensors inputs, CallContext context)
    {
        if (inputs.Count != 1)
        {
            throw new ArgumentException($"Layer '{Name}' expects 1 input(s), but it received {inputs.Count} input tensors of shapes {string.Join(", ", inputs.Select(t => t.Shape))}.");
        }

        return Call(inputs[0], context);
    }

    /// <summary>Mask of the output for that of the input.</summary>
    protected virtual Tensor? ComputeMask(Tensor x, Tensor? mask) => SupportsMasking ? mask : null;

    /// <summary>Masks of the outputs for those of the inputs: one, or one for each output.</summary>
    protected virtual IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) =>
        [ComputeMask(inputs[0], masks.Count > 0 ? masks[0] : null)];

    /// <summary>Makes a weight of the layer.</summary>
    protected KerasVariable AddWeight(string name, TensorShape shape, Initializer? initializer = null, Regularizer? regularizer = null, Constraint? constraint = null, bool trainable = true, DataType? dtype = null)
    {
        var type = dtype ?? Policy.VariableDType;
        if (!shape.IsFullyDefined)
        {
            throw new ArgumentException($"Weight '{name}' of layer '{Name}' has an unknown dimension: shape={shape}. Declare that size in Keras.Input, or call the layer on data.");
        }

        initializer ??= type.IsFloating() ? new GlorotUniform() : new Zeros();
        var path = Scopes.Path.Length == 0 ? name : $"{Scopes.Path}/{name}";
        var variable = Saving.LoadContext.Current is null
            ? new KerasVariable(initializer.Call(shape, type), name, trainable && Trainable) { Regularizer = regularizer, Constraint = constraint, Path = path }
            : new KerasVariable(shape, type, () => initializer.Call(shape, type), name, trainable && Trainable) { Regularizer = regularizer, Constraint = constraint, Path = path };
        (trainable ? _trainable : _nonTrainable).Add(variable);
        return variable;
    }

    /// <summary>The tensor of Keras.Input(…) stands for its InputLayer.</summary>
    public static implicit operator Layer(Tensor input) => InputLayer.Of(input);

    /// <summary>Adds a scalar to the loss of the model, in a call.</summary>
    protected void AddLoss(Tensor loss)
    {
        _losses.Add(loss);
        CallContext.Current?.Losses.Add((this, loss));
    }

    /// <summary>The error for a weight that is asked for before the layer is built.</summary>
    protected InvalidOperationException NotBuilt() => new($"Layer '{Name}' has no weights yet: they are made when it is first called. Call it on data or on Keras.Input(…).");

    /// <summary>Whether a call is a training one when neither it nor its caller says so.</summary>
    private protected virtual bool DefaultTraining => false;

    /// <summary>True for layers that compute with kernels in few bits.</summary>
    private protected virtual bool HasQuantizedCall => false;

    /// <summary>True for layers whose Python call takes its tensors one by one, not as a list.</summary>
    internal virtual bool TakesTensorsApart => false;

    internal virtual Tensors Invoke(Tensors inputs, CallArguments arguments) =>
        inputs.Concat(arguments.AllTensors()).Any(t => t.IsKeras) ? InvokeSymbolic(inputs, arguments) : InvokeCompiled(inputs, arguments) ?? InvokeNow(inputs, arguments);

    /// <summary>Runs a compiled graph that stands for the call; null where there is none.</summary>
    private protected virtual Tensors? InvokeCompiled(Tensors inputs, CallArguments arguments) => null;

    internal override Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map) => InvokeNow(inputs, call.Arguments!.Select(map));

    /// <summary>Makes the weights, once, outside any trace.</summary>
    internal virtual void EnsureBuilt(IReadOnlyList<TensorShape> shapes)
    {
        if (Built)
        {
            return;
        }

        Path = Scopes.Path;
        using var untraced = Graph.Leave();
        using var untaped = GradientTape.Suspend();
        using var uncast = AutoCast.Enter(DataType.None);
        Build(shapes);
        BuildShapes = shapes;
        Built = true;
    }

    /// <summary>Makes the weights under the layer's own name, for a layer that holds this one and is being built.</summary>
    internal void BuildInside(params IReadOnlyList<TensorShape> shapes)
    {
        using var scope = Scopes.Enter(Name);
        EnsureBuilt(shapes);
    }

    /// <summary>The policy of this very layer, where <see cref="DType"/> is a map.</summary>
    internal DTypePolicy Policy => _dtype is DTypePolicyMap map && Path.Length > 0 ? map[Path] : _dtype;

    /// <summary>How a layer that is quantised, or has a low-rank addition, stands in weights files; null for all others.</summary>
    internal virtual AdaptedState? AdaptedState => null;

    /// <summary>Grows when the layer computes with other weights than before, so that what was compiled is compiled again.</summary>
    internal int FormChanges { get; private set; }

    /// <summary>The layer computes with other weights than before.</summary>
    private protected void ChangeForm()
    {
        FormChanges++;
        Keras.State.FormChanges++;
    }

    /// <summary>Takes a weight out of the layer.</summary>
    private protected void RemoveWeight(KerasVariable variable) => _ = _trainable.Remove(variable) || _nonTrainable.Remove(variable);

    /// <summary>The layer's own weights that training may change, without those of layers inside.</summary>
    internal IReadOnlyList<KerasVariable> OwnTrainable => [.. _trainable.Concat(LayerTracker.Variables(this).Where(v => v.Trainable)).Except(_nonTrainable).Distinct()];

    /// <summary>The layer's own weights that training never changes.</summary>
    internal IReadOnlyList<KerasVariable> OwnNonTrainable => [.. _nonTrainable.Concat(LayerTracker.Variables(this).Where(v => !v.Trainable)).Except(_trainable).Distinct()];

    internal virtual void SetDType(DTypePolicy policy) => _dtype = policy;

    internal void SetActivityRegularizer(Regularizer? penalty) => _activityRegularizer = penalty;

    internal IEnumerable<Tensor> WeightPenalties() => TrainableWeights.Where(w => w.Regularizer is not null).Select(w => w.Regularizer!.Call(w));

    private IEnumerable<Tensor> AddedLosses() => _losses.Concat(SubLayers.SelectMany(l => l.AddedLosses()));

    private protected void MarkBuilt() => Built = true;

    // A Sequential with an input has weights before its initialiser gives it a name.
    private protected override void Renamed(string before)
    {
        Path = Path == before ? Name : Path;
        foreach (var weight in Weights.Where(w => w.Path.StartsWith(before + "/", StringComparison.Ordinal)))
        {
            weight.Path = Name + weight.Path[before.Length..];
        }
    }

    private Tensors InvokeSymbolic(Tensors inputs, CallArguments arguments)
    {
        var graph = new Graph();
        Tensors outputs;
        using (graph.Enter())
        {
            var known = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
            Tensor Stand(Tensor t) => known.TryGetValue(t, out var s) ? s : known[t] = SymbolicTrace.Placeholder(graph, t);
            outputs = InvokeNow(inputs.Select(Stand), arguments.Select(Stand));
        }

        var call = Record(inputs, [.. outputs.Select(o => new TensorSpec(o.DType, o.Shape))], outputs.IsSingle, arguments);
        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i].KerasMask is { } mask)
            {
                call.Outputs[i].KerasMask = new Tensor(new KerasHistory(this, call.Index, MaskIndex), mask.DType, mask.Shape, Name + "_mask");
            }
        }

        return call.Outputs;
    }

    /// <summary>Output index of masks: they are computed anew when the call is repeated.</summary>
    private const int MaskIndex = -1;

    private Tensors InvokeNow(Tensors inputs, CallArguments arguments)
    {
        try
        {
            return Compute(inputs, arguments);
        }
        catch (ArgumentException e) when (LayerError.IsUnnamed(this, e))
        {
            throw LayerError.Named(this, e);
        }
    }

    private Tensors Compute(Tensors inputs, CallArguments arguments)
    {
        using var scope = Scopes.Enter(Name);
        Path = Built ? Path : Scopes.Path;
        using var cast = AutoCast.Enter(AutoCastInputs ? Policy.ComputeDType : DataType.None);
        var masks = arguments.Masks ?? CallMasks.Of(inputs);
        if (AutoCastInputs)
        {
            inputs = inputs.Select(CastInput);
        }

        InputSpec.Check(InputSpecs, this, inputs);
        EnsureBuilt([.. inputs.Select(t => t.Shape)]);
        InputSpec.Check(InputSpecs, this, inputs);
        if (QuantizationMode is { } mode && !HasQuantizedCall)
        {
            throw new NotSupportedException($"Layer {ClassName} does not have a `_{mode}_call` method implemented. Give '{Name}' a DType without quantization.");
        }

        var outer = CallContext.Current;
        var context = new CallContext(arguments.Training ?? outer?.GivenTraining ?? (DefaultTraining ? true : null), masks, arguments.Named, outer?.Losses ?? []);
        _losses.Clear();
        Tensors outputs;
        using (CallContext.Enter(context))
        {
            outputs = _remat is null ? Call(inputs, context) : _remat.Call(this, inputs, x => Call(x, context));
            outputs = CallMasks.Fresh(outputs, inputs);
            if (ActivityRegularizer is not null)
            {
                foreach (var output in outputs)
                {
                    AddLoss(ActivityRegularizer.Call(output) / Ops.Cast(RawOps.Shape(output)[0], output.DType));
                }
            }
        }

        CallMasks.Set(outputs, ComputeMasks(inputs, masks));
        return outputs;
    }

    private Tensor CastInput(Tensor t)
    {
        if (!t.DType.IsFloating() || t.DType == Policy.ComputeDType || !Policy.ComputeDType.IsFloating())
        {
            return t;
        }

        var cast = Ops.Cast(t, Policy.ComputeDType);
        cast.KerasMask = t.KerasMask;
        return cast;
    }
}

using KerasNet.Backends;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>State that outlives a step: weights, optimizer slots, metric sums, seeds.</summary>
/// <remarks>Python: <c>keras.Variable</c>. Lives in host memory until a compiled step needs it, then in the backend. Inside a trace, reads and assignments are recorded in program order; outside they act at once.</remarks>
public sealed class KerasVariable
{
    private Tensor? _host;
    private Func<Tensor>? _initial;
    private bool _shared = true;

    /// <summary>A variable with an initial value.</summary>
    /// <param name="initial">Its first value; shape and type stay.</param>
    /// <param name="name">Last part of its path, as in <c>kernel</c>.</param>
    /// <param name="trainable">False for what the optimizer leaves alone.</param>
    public KerasVariable(Tensor initial, string name = "variable", bool trainable = true)
    {
        if (!initial.IsConcrete)
        {
            throw initial.NoValue("initial value");
        }

        _host = initial;
        Shape = initial.Shape;
        DType = initial.DType;
        Name = name;
        Path = Scopes.NodeName(name);
        Trainable = trainable;
        Handle = new Tensor(this);
    }

    /// <summary>A variable whose initial value an initializer makes.</summary>
    /// <param name="initializer">An initializer or its name.</param>
    /// <param name="shape">Shape, fully known.</param>
    /// <param name="dtype">Element type; null: the default float.</param>
    /// <param name="trainable">False for what the optimizer leaves alone.</param>
    /// <param name="autocast">Whether layers read a float variable in their compute type.</param>
    /// <param name="aggregation">How copies on several machines would be joined: <c>none</c>, <c>mean</c>, <c>sum</c> or <c>only_first_replica</c>. There is one.</param>
    /// <param name="name">Last part of its path; null: the next automatic one.</param>
    /// <exception cref="ArgumentException">The shape has an unknown size, or the aggregation is unknown.</exception>
    public KerasVariable(Initializers.Initializer initializer, TensorShape shape, DataType? dtype = null, bool trainable = true, bool autocast = true, string aggregation = "none", string? name = null)
        : this(initializer.Call(shape.IsFullyDefined ? shape : throw new ArgumentException($"A variable's shape is fully known. Received: {shape}.", nameof(shape)), dtype ?? Keras.Config.FloatX), name ?? Keras.State.AutoName("Variable"), trainable)
    {
        Autocast = autocast;
        Aggregation = Internal.Require.OneOf(aggregation, ["none", "mean", "sum", "only_first_replica"]);
    }

    /// <summary>A variable whose first value is computed when somebody asks for it: a file may bring another one before.</summary>
    internal KerasVariable(TensorShape shape, DataType dtype, Func<Tensor> initial, string name, bool trainable)
    {
        _initial = initial;
        (Shape, DType, Name, Path, Trainable) = (shape, dtype, name, name, trainable);
        Handle = new Tensor(this);
    }

    /// <summary>Last part of the path.</summary>
    public string Name { get; }

    /// <summary>Path of the owning layers and the name: <c>dense/kernel</c>.</summary>
    public string Path { get; internal set; }

    /// <summary>Shape, fully known.</summary>
    public TensorShape Shape { get; }

    /// <summary>Element type in which it is stored.</summary>
    public DataType DType { get; }

    /// <summary>Whether layers read a float variable in their compute type.</summary>
    public bool Autocast { get; init; } = true;

    /// <summary>How copies on several machines would be joined.</summary>
    public string Aggregation { get; } = "none";

    /// <summary>Whether optimizers change it.</summary>
    public bool Trainable { get; set; }

    /// <summary>Whether optimizers replace the value by what comes as its gradient, as scales of 8-bit floats are.</summary>
    /// <remarks>Python: <c>variable.overwrite_with_gradient</c>.</remarks>
    public bool OverwriteWithGradient { get; set; }

    /// <summary>Penalty added to the loss.</summary>
    public Regularizers.Regularizer? Regularizer { get; init; }

    /// <summary>Projection applied after each update.</summary>
    public Constraints.Constraint? Constraint { get; init; }

    /// <summary>The value: a read in program order while tracing, else a snapshot.</summary>
    public Tensor Value => Graph.Current is { } graph ? graph.Read(this) : ReadRecorded();

    internal Tensor Handle { get; }

    /// <summary>Where the backend keeps it; null while it is in host memory.</summary>
    internal IVariableHome? Home { get; set; }

    /// <summary>The managed backend's own storage, and everybody's before a home exists.</summary>
    internal Tensor Host { get => _host ?? Initialize(); set => (_host, _shared, _initial) = (value, true, null); }

    /// <summary>The host storage for an update in place: copied first when somebody may hold the value.</summary>
    internal Tensor HostForUpdate()
    {
        if (_shared)
        {
            _host = Host.Copied();
            _shared = false;
        }

        return _host!;
    }

    /// <summary>Replaces the value.</summary>
    /// <exception cref="ArgumentException">The shape is another one.</exception>
    public void Assign(Tensor value)
    {
        if (!value.Shape.IsCompatibleWith(Shape))
        {
            throw new ArgumentException($"The shape of the target variable and the shape of the target value in variable.Assign(value) must match. Variable '{Path}' has shape={Shape}. Received: value.shape={value.Shape}.", nameof(value));
        }

        value = value.DType == DType ? value : Ops.Cast(value, DType);
        if (Graph.Current is { } graph)
        {
            if (graph.Outer is not null)
            {
                graph.PendingWrites[this] = value;
            }
            else
            {
                RawOps.AssignVariableOp(this, value);
            }

            return;
        }

        if (Home is { } home)
        {
            home.Write([this], [value]);
        }
        else
        {
            Host = value;
        }
    }

    /// <summary>Adds to the value.</summary>
    public void AssignAdd(Tensor value) => Assign(Ops.Add(Value, value));

    /// <summary>Subtracts from the value.</summary>
    public void AssignSub(Tensor value) => Assign(Ops.Subtract(Value, value));

    /// <summary>The value as an array of its own: changing it does not change the variable.</summary>
    /// <remarks>Python: <c>variable.numpy()</c>.</remarks>
    public NumSharp.NDArray Numpy() => ReadNow().Copied().Numpy();

    /// <summary>The stored value now, never recorded.</summary>
    internal Tensor ReadNow()
    {
        var host = _host ?? (_initial is not null ? Host : null); // first: a home is set before the host memory is given up
        if (Home is { } home)
        {
            var values = new Tensor[1];
            home.Read([this], values);
            return values[0];
        }

        _shared = true;
        return host!;
    }

    /// <summary>Makes the first value, once; null when the value is in its home.</summary>
    private Tensor Initialize()
    {
        lock (Handle)
        {
            if (_initial is { } initial)
            {
                using var untraced = Graph.Leave();
                using var untaped = GradientTape.Suspend();
                using var uncast = AutoCast.Enter(DataType.None);
                _host = initial();
                _initial = null;
            }

            return _host!;
        }
    }

    private Tensor ReadRecorded()
    {
        var value = ReadNow();
        if (GradientTape.IsActive)
        {
            value = value.View(Shape);
            GradientTape.Record(new Node(Op<ReadVariableOp>.Instance, [Handle], [("dtype", DType)], Path) { Outputs = [value] });
        }

        return Autocast ? AutoCast.Apply(value) : value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"<KerasVariable path={Path} shape={Shape} dtype={DType.Name()}>";

    /// <summary>The value, in the layer's compute type.</summary>
    public static implicit operator Tensor(KerasVariable variable) => Graph.Current is not { } graph ? variable.ReadRecorded() : variable.Autocast ? AutoCast.Apply(graph.Read(variable)) : graph.Read(variable);
}

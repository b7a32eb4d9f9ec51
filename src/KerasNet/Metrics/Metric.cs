using KerasNet.Graphs;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Losses;

namespace KerasNet.Metrics;

/// <summary>A number that is followed over the batches of an epoch.</summary>
/// <remarks>Python: <c>keras.metrics.Metric</c>. Own metrics make variables with <see cref="AddVariable"/> and override <see cref="UpdateState"/> and <see cref="Result"/>. Converts from Keras's names: <c>"mae"</c>.</remarks>
public abstract class Metric
{
    private readonly List<KerasVariable> _variables = [];

    /// <summary>Keeps the base arguments.</summary>
    /// <param name="name">Name in logs; null: made from the class name.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    protected Metric(string? name = null, DataType? dtype = null)
    {
        Name = name ?? Keras.State.AutoName(GetType().Name);
        DType = dtype ?? Keras.Config.FloatX;
    }

    /// <summary>Name in logs.</summary>
    public string Name { get; private set; }

    /// <summary>Type of computation.</summary>
    [Saving.ConfigName("dtype")]
    public DataType DType { get; }

    /// <summary>What is kept from batch to batch.</summary>
    public IReadOnlyList<KerasVariable> Variables => _variables;

    /// <summary>True where more is better, false where less is, null where nobody knows.</summary>
    internal virtual bool? HigherIsBetter => null;

    /// <summary>What the user typed; null where the user made the object.</summary>
    internal string? Identifier { get; private set; }

    /// <summary>Takes a batch: at once on values, recorded in a trace.</summary>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="sampleWeight">Weight of each sample.</param>
    public abstract void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null);

    /// <summary>The number for all batches since the last reset.</summary>
    public abstract Tensor Result();

    /// <summary>Starts anew.</summary>
    public virtual void ResetState()
    {
        foreach (var variable in _variables)
        {
            variable.Assign(Fill.With(0, variable.Shape, variable.DType));
        }
    }

    /// <summary>Takes a batch and gives the number.</summary>
    /// <inheritdoc cref="UpdateState"/>
    public Tensor Apply(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        UpdateState(yTrue, yPred, sampleWeight);
        return Result();
    }

    /// <summary>Makes a variable of the metric.</summary>
    protected KerasVariable AddVariable(TensorShape shape, Initializer? initializer = null, string name = "variable", DataType? dtype = null)
    {
        using var untraced = Graph.Leave();
        using var untaped = GradientTape.Suspend();
        var variable = new KerasVariable((initializer ?? new Zeros()).Call(shape, dtype ?? Keras.Config.FloatX), name, trainable: false) { Path = $"{Name.Replace('/', '>')}/{name}" };
        _variables.Add(variable);
        return variable;
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{GetType().Name} name={Name}>";

    /// <summary>A known metric by name; it is displayed under the name that was typed.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Metric(string name) => Named(Catalog<Metric>.Get(name), name);

    /// <summary>A known metric by name; <c>accuracy</c> (or <c>acc</c>) and <c>crossentropy</c> (or <c>ce</c>) are those that fit the shapes.</summary>
    public static Metric Resolve(string name, TensorShape yTrue, TensorShape yPred) => name.ToLowerInvariant() switch
    {
        "accuracy" or "acc" => Named(
            Ranks.KindOf(yTrue, yPred) switch
            {
                OutputKind.Binary => new BinaryAccuracy(),
                OutputKind.Sparse => new SparseCategoricalAccuracy(),
                _ => new CategoricalAccuracy(),
            },
            name),
        "crossentropy" or "ce" => Named(
            Ranks.KindOf(yTrue, yPred) switch
            {
                OutputKind.Binary => new BinaryCrossentropy(),
                OutputKind.Sparse => new SparseCategoricalCrossentropy(),
                _ => new CategoricalCrossentropy(),
            },
            name),
        _ => name,
    };

    private static Metric Named(Metric metric, string name)
    {
        (metric.Name, metric.Identifier) = (name, name);
        return metric;
    }
}

using KerasNet.Internal;

namespace KerasNet.Activations;

/// <summary>A function of a layer's output. The known ones are in <see cref="Activation"/>; those with parameters have an Apply of their own that takes them.</summary>
/// <remarks>Python: <c>keras.activations</c>. Converts from Keras's names: <c>"relu"</c>.</remarks>
public class ActivationFunction
{
    private readonly Func<Tensor, Tensor> _function;

    /// <summary>An activation of one's own.</summary>
    /// <param name="function">Computes the output; its derivative follows from the ops that it uses.</param>
    /// <param name="name">Name for summaries and files; null: the method's name.</param>
    public ActivationFunction(Func<Tensor, Tensor> function, string? name = null)
    {
        _function = function;
        Name = name ?? AutoName.ToSnakeCase(function.Method.Name);
    }

    /// <summary>An object in an activation's place, as files may hold it: a layer.</summary>
    internal ActivationFunction(Func<Tensor, Tensor> function, string name, object source)
        : this(function, name) => Source = source;

    /// <summary>The object that this is; null for functions.</summary>
    internal object? Source { get; }

    /// <summary>Keras's name, as it stands in files: <c>leaky_relu</c>.</summary>
    public string Name { get; }

    /// <summary>Computes the activation.</summary>
    public Tensor Apply(Tensor x) => RematScope.CallActivation(_function, x);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A known activation by name.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator ActivationFunction(string name) => Catalog<ActivationFunction>.Get(name);
}

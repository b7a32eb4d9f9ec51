namespace KerasNet.Graphs;

/// <summary>One call of an op: what a TensorFlow NodeDef is. Concrete inputs stand for constants.</summary>
internal sealed class Node
{
    private readonly (string Name, object Value)[] _attributes;

    public Node(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes, string name = "")
    {
        Definition = definition;
        Inputs = inputs.ToArray();
        _attributes = attributes.ToArray();
        Name = name;
    }

    public OpDefinition Definition { get; }

    public Tensor[] Inputs { get; }

    public IReadOnlyList<(string Name, object Value)> Attributes => _attributes;

    public Tensor[] Outputs { get; set; } = [];

    /// <summary>Nodes that must have run before this one.</summary>
    public List<Node> ControlInputs { get; } = [];

    /// <summary>Begins with the layer's path, so that TensorFlow's errors name the layer.</summary>
    public string Name { get; }

    /// <summary>The graph it is part of; null for calls that ran at once.</summary>
    public Graph? Graph { get; init; }

    /// <summary>Position in the graph's order.</summary>
    public int Index { get; init; } = -1;

    public T Attr<T>(string name)
    {
        foreach (var (key, value) in _attributes)
        {
            if (key == name)
            {
                return (T)value;
            }
        }

        throw new InvalidOperationException($"Node '{Name}' of op '{Definition.Name}' has no attribute '{name}'.");
    }

    public T Attr<T>(string name, T defaultValue)
    {
        foreach (var (key, value) in _attributes)
        {
            if (key == name)
            {
                return (T)value;
            }
        }

        return defaultValue;
    }

    /// <summary>Gives an attribute another value: of a loop whose body gives more than before.</summary>
    public void Replace(string name, object value) => _attributes[Array.FindIndex(_attributes, a => a.Name == name)].Value = value;

    /// <summary>An input that must be known when the graph is made: a shape, axes, sizes. Null when it is symbolic.</summary>
    public int[]? ConstantInts(int input) => Inputs[input].IsConcrete ? NumberReader.Ints(Inputs[input]) : null;

    public ArgumentException Error(string message) => new($"{(Name.Length > 0 ? $"'{Name}' " : string.Empty)}({Definition.Name}): {message}");
}

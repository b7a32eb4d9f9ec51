namespace KerasNet.Graphs;

/// <summary>Nodes in the order in which they were made. Variables are read and written in that order, whatever the backend.</summary>
internal sealed class Graph
{
    [ThreadStatic]
    private static Graph? _current;

    private readonly List<Node> _nodes = [];
    private readonly List<Tensor> _inputs = [];
    private readonly Dictionary<KerasVariable, VariableAccess> _variables = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<(Tensor Outer, Tensor Inner)> _captures = [];

    /// <summary>A graph; with <paramref name="outer"/> the body of a loop or branch in that graph.</summary>
    public Graph(Graph? outer = null) => Outer = outer;

    /// <summary>The graph that is being traced on this thread.</summary>
    public static Graph? Current => _current;

    public Graph? Outer { get; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Placeholders, in the order in which they were made.</summary>
    public IReadOnlyList<Tensor> Inputs => _inputs;

    /// <summary>Tensors of the outer graph that the body uses, each with the placeholder that stands for it.</summary>
    public IReadOnlyList<(Tensor Outer, Tensor Inner)> Captures => _captures;

    /// <summary>Parts with a backward rule of their own.</summary>
    public List<CustomRegion> Regions { get; } = [];

    /// <summary>Nodes that write variables.</summary>
    public IEnumerable<Node> Updates => _nodes.Where(n => n.Definition.Writes);

    /// <summary>Values that a body assigns to variables: extra results, assigned after it by whoever runs the body.</summary>
    public Dictionary<KerasVariable, Tensor> PendingWrites { get; } = [];

    /// <summary>Traces into this graph until the result is disposed.</summary>
    public Tracing Enter()
    {
        var before = _current;
        _current = this;
        return new Tracing(before);
    }

    /// <summary>Leaves tracing until the result is disposed: calls on values run at once.</summary>
    public static Tracing Leave()
    {
        var before = _current;
        _current = null;
        return new Tracing(before);
    }

    public Tensor Placeholder(DataType dtype, TensorShape shape, string name)
    {
        var tensor = Add(Op<PlaceholderOp>.Instance, [], [("dtype", dtype), ("shape", shape)], name)[0];
        _inputs.Add(tensor);
        return tensor;
    }

    public Tensor[] Add(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes, string? name = null)
    {
        var own = new Tensor[inputs.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = Own(inputs[i]);
        }

        var node = new Node(definition, own, attributes, UniqueName(Scopes.NodeName(name ?? definition.Name))) { Graph = this, Index = _nodes.Count };
        var specs = definition.Infer(node);
        var outputs = new Tensor[specs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new Tensor(node, i, specs[i].DType, specs[i].Shape);
        }

        node.Outputs = outputs;
        Order(node);
        _nodes.Add(node);
        return outputs;
    }

    /// <summary>The variable's value at this point of the program.</summary>
    public Tensor Read(KerasVariable variable)
    {
        if (Outer is not null)
        {
            return PendingWrites.TryGetValue(variable, out var pending) ? pending : Own(Outer.Read(variable));
        }

        // Reads between two writes are one read.
        if (_variables.TryGetValue(variable, out var access) && access.ReadsSince.Find(n => n.Definition is ReadVariableOp) is { } read)
        {
            return read.Outputs[0];
        }

        return RawOps.ReadVariableOp(variable);
    }

    private Tensor Own(Tensor input)
    {
        if (input.IsConcrete || input.DType == DataType.Resource || input.Node!.Graph == this)
        {
            return input;
        }

        for (var g = Outer; g is not null; g = g.Outer)
        {
            if (g == input.Node.Graph)
            {
                return Capture(input);
            }
        }

        throw new InvalidOperationException(
            $"'{input.Name}' belongs to another graph. A symbolic tensor lives only while its function is traced: return it, or compute it again where it is needed.");
    }

    /// <summary>The placeholder in this body that stands for a tensor of an outer graph.</summary>
    private Tensor Capture(Tensor outer)
    {
        foreach (var (known, standing) in _captures)
        {
            if (known == outer)
            {
                return standing;
            }
        }

        Tensor inner;
        using (Scopes.Reset())
        {
            inner = Add(Op<PlaceholderOp>.Instance, [], [("dtype", outer.DType), ("shape", outer.Shape)], "captured")[0];
        }

        _captures.Add((outer, inner));
        return inner;
    }

    private void Order(Node node)
    {
        foreach (var input in node.Inputs)
        {
            if (input.Variable is { } variable)
            {
                if (!_variables.TryGetValue(variable, out var access))
                {
                    _variables[variable] = access = new VariableAccess();
                }

                if (node.Definition.Writes)
                {
                    access.Write(node);
                }
                else
                {
                    access.Read(node);
                }
            }
        }
    }

    private string UniqueName(string name)
    {
        if (_names.TryAdd(name, 0))
        {
            return name;
        }

        string unique;
        do
        {
            unique = $"{name}_{++_names[name]}";
        }
        while (!_names.TryAdd(unique, 0));
        return unique;
    }

    public readonly ref struct Tracing(Graph? before)
    {
        public void Dispose() => _current = before;
    }
}

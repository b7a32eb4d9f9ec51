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
    private readonly Dictionary<Tensor, Tensor> _inner = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
    private readonly Dictionary<Tensor, Tensor> _outside = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
    private readonly Dictionary<KerasVariable, Tensor> _firstReads = [];
    private readonly Graph? _forward;
    private readonly bool _isLoop;

    /// <summary>A graph; with <paramref name="outer"/> the body of a loop or branch in that graph.</summary>
    /// <param name="outer">The graph of the loop or branch.</param>
    /// <param name="isLoop">True for a body that runs many times: what does not change is computed outside.</param>
    /// <param name="forward">The body whose derivative this is: its tensors may be used.</param>
    public Graph(Graph? outer = null, bool isLoop = false, Graph? forward = null) => (Outer, _isLoop, _forward) = (outer, isLoop, forward);

    /// <summary>The graph that is being traced on this thread.</summary>
    public static Graph? Current => _current;

    public Graph? Outer { get; }

    /// <summary>False when the sizes of inputs are those of the first batch, which nobody declared.</summary>
    public bool DeclaredShapes { get => Outer?.DeclaredShapes ?? field; init; } = true;

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Placeholders, in the order in which they were made.</summary>
    public IReadOnlyList<Tensor> Inputs => _inputs;

    /// <summary>Tensors of the outer graph that the body uses, each with the placeholder that stands for it.</summary>
    public IReadOnlyList<(Tensor Outer, Tensor Inner)> Captures => _captures;

    /// <summary>Parts with a backward rule of their own.</summary>
    public List<CustomRegion> Regions { get; } = [];

    /// <summary>The value that a body first read of a variable: a gradient by the variable is one by it.</summary>
    public Tensor? FirstRead(KerasVariable variable) => _firstReads.GetValueOrDefault(variable);

    /// <summary>False while nodes must stay where they are made: inside a region with a backward rule of its own.</summary>
    public bool MayMoveNodes { get; set; } = true;

    /// <summary>What C# computes before the graph runs, in program order.</summary>
    public List<HostCall> HostCalls { get; } = [];

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

    /// <summary>Records a computation in C#; the graph sees its result as a placeholder.</summary>
    /// <exception cref="NotSupportedException">The graph is the body of a loop or branch: C# runs before the step, not within it.</exception>
    public Tensor AddHostCall(object owner, string name, Tensors inputs, TensorSpec result, Func<Tensors, Tensor> compute)
    {
        if (Outer is not null)
        {
            throw new NotSupportedException($"'{name}' computes in C# before a step runs (text, lookups, hashes), so it cannot stand inside a loop or branch. Call it before the loop.");
        }

        var call = new HostCall(owner, name, inputs, Placeholder(result.DType, result.Shape, "host"), compute);
        HostCalls.Add(call);
        return call.Output;
    }

    public Tensor[] Add(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes, string? name = null)
    {
        if (Outer is not null && definition.Writes)
        {
            throw new InvalidOperationException($"Op '{definition.Name}' writes a variable in the body of a loop or branch, which is pure. Use variable.Assign there: it is assigned after the body.");
        }

        if (Elsewhere(definition, inputs, attributes, name) is { } moved)
        {
            return moved;
        }

        var own = new Tensor[inputs.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = Import(inputs[i]);
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
            var value = PendingWrites.TryGetValue(variable, out var pending) ? pending : Import(Outer.Read(variable));
            _firstReads.TryAdd(variable, value);
            return value;
        }

        // Reads between two writes are one read.
        if (_variables.TryGetValue(variable, out var access) && access.ReadsSince.Find(n => n.Definition is ReadVariableOp) is { } read)
        {
            return read.Outputs[0];
        }

        return Add(Op<ReadVariableOp>.Instance, [variable.Handle], [("dtype", variable.DType)])[0];
    }

    /// <summary>The tensor as this graph may use it: one of an outer graph becomes a capture.</summary>
    public Tensor Import(Tensor input)
    {
        if (input.IsConcrete || input.DType == DataType.Resource || input.Node?.Graph == this)
        {
            return input;
        }

        if (input.IsKeras)
        {
            throw new InvalidOperationException(
                $"A function in a loop or branch used the symbolic output '{input.Name}' of a Keras layer. Pass it as an argument of the loop or branch, or wrap the whole in a layer.");
        }

        if (_outside.TryGetValue(input, out var outside))
        {
            return Import(outside);
        }

        for (var g = this; g is not null; g = g.Outer)
        {
            if (input.Node!.Graph == g || (g._forward is not null && input.Node.Graph == g._forward))
            {
                return Capture(input);
            }
        }

        throw new InvalidOperationException(
            $"'{input.Name}' belongs to another graph. A symbolic tensor lives only while its function is traced: return it, or compute it again where it is needed.");
    }

    /// <summary>Says which tensor outside stands behind one of the forward body: what does not change from step to step.</summary>
    public void Know(Tensor forward, Tensor outside) => _outside[forward] = outside;

    /// <summary>The tensor outside that a capture stands for; null for other tensors.</summary>
    public Tensor? Captured(Tensor inner) => _outside.TryGetValue(inner, out var outer) && inner.Node!.Graph == this ? outer : null;

    /// <summary>The placeholder in this body that stands for a tensor of an outer graph.</summary>
    private Tensor Capture(Tensor outer)
    {
        if (_inner.TryGetValue(outer, out var known))
        {
            return known;
        }

        Tensor inner;
        using (Scopes.Reset())
        {
            inner = Add(Op<PlaceholderOp>.Instance, [], [("dtype", outer.DType), ("shape", outer.Shape)], "captured")[0];
        }

        _captures.Add((outer, inner));
        _inner[outer] = inner;
        _outside[inner] = outer;
        return inner;
    }

    /// <summary>Makes a node outside a loop when nothing that it takes changes from step to step; shapes of the forward body stay with it.</summary>
    private Tensor[]? Elsewhere(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes, string? name)
    {
        if (!_isLoop || !MayMoveNodes || !definition.IsPure || GradientTape.IsOpenedIn(this))
        {
            return null;
        }

        var outside = inputs.ToArray();
        var (symbolic, changing, own) = (false, false, false);
        for (var i = 0; i < outside.Length; i++)
        {
            if (!outside[i].IsConcrete)
            {
                outside[i] = _outside.GetValueOrDefault(outside[i], outside[i]);
                var home = outside[i].Node?.Graph;
                symbolic = true;
                changing |= home is null || home == this || home == _forward;
                own |= home is null || home != _forward;
            }
        }

        return !symbolic ? null
            : !changing ? Outer!.Add(definition, outside, attributes, name)
            : !own && definition is ShapeOp or BroadcastGradientArgsOp ? _forward!.Add(definition, outside, attributes, name)
            : null;
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

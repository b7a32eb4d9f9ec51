using KerasNet.Graphs;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Writes nodes of a graph into a <c>TF_Graph</c>, one to one; values that stand as inputs become Const nodes.</summary>
internal sealed unsafe class GraphEmitter(GraphHandle graph, NodeNames names, Func<KerasVariable, TF_Output>? variables, List<FunctionHandle>? functions = null)
{
    private readonly Dictionary<Node, nint> _operations = [];
    private readonly Dictionary<Tensor, TF_Output> _outputs = [];
    private readonly Dictionary<FunctionBody, string> _functions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Values that become placeholders and not constants, which TensorFlow would keep several times: whoever runs the graph feeds them.</summary>
    public Func<Tensor, bool> IsFed { get; init; } = static _ => false;

    /// <summary>The values that are to be fed, and where.</summary>
    public List<(Tensor Value, TF_Output Place)> Fed { get; } = [];

    /// <summary>Nodes written so far.</summary>
    public int Count { get; private set; }

    /// <summary>Writes nodes, in an order in which inputs come first.</summary>
    public void Emit(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (!_operations.ContainsKey(node))
            {
                Emit(node);
            }
        }
    }

    /// <summary>Where a tensor stands in the <c>TF_Graph</c>; a value becomes a Const.</summary>
    public TF_Output Output(Tensor tensor, string constantName = "Const")
    {
        if (_outputs.TryGetValue(tensor, out var known))
        {
            return known;
        }

        if (tensor.IsConcrete)
        {
            return _outputs[tensor] = Constant(tensor, constantName);
        }

        if (tensor.Variable is { } variable)
        {
            return variables is not null ? variables(variable) : throw new InvalidOperationException(
                $"The body of a loop or branch uses variable '{variable.Path}'. A body takes its value as an argument: read it before.");
        }

        return tensor.Node is { } node && _operations.TryGetValue(node, out var operation)
            ? new TF_Output(operation, tensor.OutputIndex)
            : throw new InvalidOperationException($"'{tensor.Name}' was used before it was made.");
    }

    /// <summary>True when the tensor's node was written.</summary>
    public bool Has(Tensor tensor) => tensor.Node is { } node && _operations.ContainsKey(node);

    /// <summary>The operation of a node that was written.</summary>
    public nint Operation(Node node) => _operations[node];

    /// <summary>A Placeholder that stands for a tensor.</summary>
    public TF_Output Placeholder(Tensor tensor)
    {
        Emit(tensor.Node!);
        return Output(tensor);
    }

    /// <summary>A node that only passes a tensor on.</summary>
    public TF_Output Identity(TF_Output input, string name)
    {
        var description = Begin("Identity", name);
        NativeMethods.TF_AddInput(description, input);
        return new TF_Output(Finish(description, name), 0);
    }

    /// <summary>A node that has run when all <paramref name="operations"/> have.</summary>
    public nint Group(ReadOnlySpan<nint> operations, string name)
    {
        var description = Begin("NoOp", name);
        foreach (var operation in operations)
        {
            NativeMethods.TF_AddControlInput(description, operation);
        }

        return Finish(description, name);
    }

    private void Emit(Node node)
    {
        if (node.Definition is ScanOp)
        {
            EmitLoop(node);
            return;
        }

        var schema = OpSchemas.Of(node);
        var inputs = new TF_Output[node.Inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Output(node.Inputs[i], $"{node.Name}/input_{i}");
        }

        var split = schema.Split(node);
        var description = Begin(node.Definition.Name, node.Name);
        fixed (TF_Output* first = inputs)
        {
            var next = first;
            for (var i = 0; i < split.Length; i++)
            {
                if (schema.Inputs[i].IsList)
                {
                    NativeMethods.TF_AddInputList(description, next, split[i]);
                }
                else
                {
                    NativeMethods.TF_AddInput(description, *next);
                }

                next += split[i];
            }
        }

        foreach (var control in node.ControlInputs)
        {
            if (_operations.TryGetValue(control, out var operation))
            {
                NativeMethods.TF_AddControlInput(description, operation);
            }
        }

        try
        {
            Attributes.Write(node, schema, new GraphAttributes(description), Function);
        }
        catch
        {
            using var ignored = new StatusHandle();
            NativeMethods.TF_FinishOperation(description, ignored.Pointer); // the only way to free a description
            throw;
        }

        _operations[node] = Finish(description, node.Name);
    }

    private void EmitLoop(Node node)
    {
        var (graph, inputs, outputs) = LoopLowering.Of(node);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsConcrete)
            {
                _outputs[inputs[i]] = Output(node.Inputs[i]);
            }
        }

        foreach (var lowered in graph.Nodes)
        {
            if (lowered.Definition is not PlaceholderOp)
            {
                Emit(lowered);
            }
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            _outputs[node.Outputs[i]] = Output(outputs[i]);
        }

        _operations[node] = _operations[outputs[0].Node!];
    }

    private TF_Output Constant(Tensor value, string name)
    {
        var fed = IsFed(value);
        var description = Begin(fed ? "Placeholder" : "Const", name);
        var attributes = new GraphAttributes(description);
        attributes.Set("dtype", value.DType);
        if (fed)
        {
            attributes.Set("shape", value.Shape);
        }
        else
        {
            attributes.Set("value", value);
        }

        var output = new TF_Output(Finish(description, name), 0);
        if (fed)
        {
            Fed.Add((value, output));
        }

        return output;
    }

    private string Function(FunctionBody body)
    {
        if (!_functions.TryGetValue(body, out var name))
        {
            _functions[body] = name = Functions.AddTo(graph, body, functions);
        }

        return name;
    }

    private nint Begin(string op, string name) => NativeMethods.TF_NewOperation(graph.Pointer, op, names.Take(name));

    private nint Finish(nint description, string name)
    {
        using var status = new StatusHandle();
        var operation = NativeMethods.TF_FinishOperation(description, status.Pointer);
        NodeError.ThrowIfFailed(status, name);
        Count++;
        return operation;
    }
}

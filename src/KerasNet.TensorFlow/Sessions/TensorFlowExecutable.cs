using KerasNet.Backends;
using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>A step of a graph. It is written into a session group at its first run, and again when its variables have moved to another group.</summary>
internal sealed class TensorFlowExecutable : IExecutable
{
    private CompiledStep? _current;
    private bool _disposed;

    public TensorFlowExecutable(Graph graph, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<Node> updates)
    {
        Inputs = [.. inputs];
        Outputs = [.. outputs];
        Updates = [.. updates];
        Nodes = Reachable.From(graph, outputs, updates);
        var given = inputs.ToHashSet();
        if (Nodes.Find(n => n.Definition is PlaceholderOp && !given.Contains(n.Outputs[0])) is { } missing)
        {
            throw new InvalidOperationException($"'{missing.Name}' is a placeholder that the step is not given. Pass it among the inputs.");
        }

        Variables = [.. Nodes.SelectMany(n => n.Inputs).Select(i => i.Variable).OfType<KerasVariable>().Distinct()];
        Kept = FeedCopies.Find(Nodes, Inputs);
    }

    public Tensor[] Inputs { get; }

    public Tensor[] Outputs { get; }

    public Node[] Updates { get; }

    /// <summary>What has to be in the session, in program order.</summary>
    public List<Node> Nodes { get; }

    public KerasVariable[] Variables { get; }

    /// <summary>Tensors whose memory a variable might keep.</summary>
    public HashSet<Tensor> Kept { get; }

    /// <summary>Where it is compiled now; may be retired.</summary>
    public CompiledStep? Current => Volatile.Read(ref _current);

    public bool IsIn(SessionGroup group) => !_disposed && Current?.Group == group;

    public void Run(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (true)
        {
            var step = Volatile.Read(ref _current);
            if (step is null || step.Group.IsRetired)
            {
                step = Placement.Place(this);
                Volatile.Write(ref _current, step);
            }

            if (step.Group.TryEnterRun())
            {
                try
                {
                    step.Run(inputs, outputs);
                    return;
                }
                finally
                {
                    step.Group.LeaveRun();
                }
            }
        }
    }

    public void Dispose()
    {
        _disposed = true;
        Volatile.Write(ref _current, null);
    }
}

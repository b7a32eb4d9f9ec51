using KerasNet.Backends.Managed;

namespace KerasNet.Graphs;

/// <summary>The part of a step that C# computes for each batch before the graph runs: layers of text, lookups, hashes, and what stands before them.</summary>
internal sealed class HostStage
{
    private readonly IReadOnlyList<Tensor> _fed;
    private readonly List<(Node Node, HostCall? Call)> _work = [];

    private HostStage(Graph graph, IReadOnlyList<Tensor> fed, IReadOnlyList<Tensor> outputs, bool training)
    {
        _fed = fed;
        var calls = graph.HostCalls.ToDictionary(c => c.Output.Node!);
        var needed = Reachable.From(graph, graph.HostCalls.SelectMany(c => c.Inputs).Where(t => !t.IsConcrete), []);
        var written = graph.Updates.SelectMany(u => u.Inputs).Select(i => i.Variable).OfType<KerasVariable>().ToHashSet();
        foreach (var node in needed.Union(calls.Keys).OrderBy(n => n.Index))
        {
            Check(node, written, training, graph);
            if (calls.TryGetValue(node, out var call) || node.Definition is not PlaceholderOp)
            {
                _work.Add((node, call));
            }
        }

        var reached = Reachable.From(graph, outputs, graph.Updates).ToHashSet();
        Inputs = [.. fed.Concat(graph.HostCalls.Select(c => c.Output)).Where(t => reached.Contains(t.Node!))];
    }

    /// <summary>The placeholders that the compiled step is given: fed arrays that it still needs, and results of C#.</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The stage of a traced step; null when it needs none.</summary>
    /// <param name="graph">The trace.</param>
    /// <param name="fed">Placeholders of the batch's arrays.</param>
    /// <param name="outputs">What the step gives.</param>
    /// <param name="training">True when the step trains: then nothing that it changes may be read here.</param>
    public static HostStage? Of(Graph graph, IReadOnlyList<Tensor> fed, IReadOnlyList<Tensor> outputs, bool training) =>
        graph.HostCalls.Count == 0 ? null : new HostStage(graph, fed, outputs, training);

    /// <summary>Computes one batch.</summary>
    /// <param name="arrays">The batch's arrays, in the order of the fed placeholders.</param>
    /// <param name="results">Takes a value for each of <see cref="Inputs"/>.</param>
    public void Run(ReadOnlySpan<Tensor> arrays, Span<Tensor> results)
    {
        var values = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        for (var i = 0; i < arrays.Length; i++)
        {
            values[_fed[i]] = arrays[i];
        }

        Tensor Value(Tensor t) => t.IsConcrete || t.DType == DataType.Resource ? t : values[t];
        foreach (var (node, call) in _work)
        {
            if (call is not null)
            {
                values[call.Output] = call.Compute(call.Inputs.Select(Value));
                continue;
            }

            var made = node.Definition is ReadVariableOp ? [node.Inputs[0].Variable!.ReadNow()] : new Tensor[node.Outputs.Length];
            if (node.Definition is not ReadVariableOp)
            {
                ManagedBackend.Run(node, Array.ConvertAll(node.Inputs, Value), made);
            }

            for (var i = 0; i < made.Length; i++)
            {
                values[node.Outputs[i]] = made[i];
            }
        }

        for (var i = 0; i < results.Length; i++)
        {
            results[i] = values[Inputs[i]];
        }
    }

    private static void Check(Node node, HashSet<KerasVariable> written, bool training, Graph graph)
    {
        var variable = node.Inputs.Select(i => i.Variable).FirstOrDefault(v => v is not null);
        if (node.Definition.Writes || (training && variable is not null && (variable.Trainable || written.Contains(variable))))
        {
            throw new NotSupportedException(
                $"'{graph.HostCalls[^1].Name}' computes in C# before a step runs (text, lookups, hashes), but it needs '{variable?.Path}', which the step changes. Put it before the layers that are trained.");
        }
    }
}

namespace KerasNet.Graphs;

/// <summary>Traces the branches of a choice and makes its node. All branches take the same tensors.</summary>
internal static class BranchTrace
{
    public static Tensor[] Trace(Graph graph, BranchOp definition, Tensor choice, IReadOnlyList<Func<Tensor[]>> branches)
    {
        using var tracing = graph.Enter();
        var graphs = branches.Select(_ => new Graph(graph)).ToArray();
        var results = new Tensor[graphs.Length][];
        for (var i = 0; i < graphs.Length; i++)
        {
            using var inside = graphs[i].Enter();
            results[i] = [.. branches[i]().Select(graphs[i].Import)];
        }

        Agree(graphs, results);

        // A variable that one branch assigns keeps its value in the others.
        KerasVariable[] variables = [.. graphs.SelectMany(g => g.PendingWrites.Keys).Distinct()];
        for (var i = 0; i < graphs.Length; i++)
        {
            results[i] = [.. results[i], .. variables.Select(v => graphs[i].Import(graphs[i].Read(v)))];
        }

        var count = results[0].Length - variables.Length;
        var outputs = Add(graph, definition, choice, graphs, results);
        for (var i = 0; i < variables.Length; i++)
        {
            variables[i].Assign(outputs[count + i]);
        }

        return outputs[..count];
    }

    /// <summary>Gradients of a choice: that of the branch that ran, which is computed again with what its derivative needs.</summary>
    public static Tensor?[] Gradient(Node node, Tensor?[] dy, bool[] wanted)
    {
        var graph = Graph.Current ?? throw new InvalidOperationException("The derivative of a branch is traced.");
        var definition = (BranchOp)node.Definition;
        var bodies = definition.Branches(node);
        int[] sources = [.. Enumerable.Range(1, node.Inputs.Length - 1).Where(i => wanted[i] && (node.Inputs[i].DType.IsFloating() || node.Inputs[i].DType.IsComplex()))];
        var derivatives = bodies.Select(b => Derivative(graph, node, b, dy, sources)).ToArray();
        sources = [.. sources.Where((_, k) => derivatives.Any(d => d.Gradients[k] is not null))];
        if (sources.Length == 0)
        {
            return new Tensor?[node.Inputs.Length];
        }

        var results = derivatives.Select(d =>
        {
            using var inside = d.Graph.Enter();
            return sources.Select(i => d.Graph.Import(d.Of(i) ?? RawOps.ZerosLike(d.Graph.Import(node.Inputs[i])))).ToArray();
        }).ToArray();
        var outputs = Add(graph, definition, node.Inputs[0], [.. derivatives.Select(d => d.Graph)], results);
        var gradients = new Tensor?[node.Inputs.Length];
        for (var k = 0; k < sources.Length; k++)
        {
            gradients[sources[k]] = outputs[k];
        }

        return gradients;
    }

    private static BranchDerivative Derivative(Graph graph, Node node, FunctionBody body, Tensor?[] dy, int[] sources)
    {
        // The rules see the branch's own nodes; what they use of them is then computed again beside them.
        var rules = new Graph(graph, forward: body.Graph);
        var targets = Enumerable.Range(0, dy.Length).Where(i => dy[i] is not null && body.Outputs[i].IsSymbolic).ToArray();
        Tensor?[] found;
        using (rules.Enter())
        {
            var by = sources.Select(i => body.Arguments[i - 1]).ToArray();
            found = Gradients.Of([.. targets.Select(i => body.Outputs[i])], by, [.. body.Graph.Nodes], body.Graph.Regions, [.. targets.Select(i => rules.Import(dy[i]!))]);
            found = Array.ConvertAll(found, g => g is null ? null : rules.Import(g));
        }

        var own = new Graph(graph);
        Tensor[] arguments = [.. node.Inputs.Skip(1).Select(own.Import)];
        var needed = rules.Captures.Where(c => c.Outer.Node!.Graph == body.Graph).Select(c => c.Outer).ToArray();
        var values = needed.Zip((body with { Outputs = needed }).Inline(own, arguments)).ToDictionary(p => p.First, p => p.Second);
        var results = new FunctionBody(rules, [.. found.OfType<Tensor>()]).Inline(
            own, [.. rules.Captures.Select(c => values.TryGetValue(c.Outer, out var value) ? value : own.Import(c.Outer))]);
        var next = 0;
        return new BranchDerivative(own, sources, Array.ConvertAll(found, g => g is null ? null : results[next++]));
    }

    private static Tensor[] Add(Graph graph, BranchOp definition, Tensor choice, Graph[] graphs, Tensor[][] results)
    {
        Tensor[] inputs = [.. graphs.SelectMany(g => g.Captures).Select(c => c.Outer).Distinct()];
        FunctionBody[] bodies = [.. graphs.Select((g, i) => new FunctionBody(g, results[i]) { Arguments = Array.ConvertAll(inputs, g.Import) })];
        return graph.Add(definition, [choice, .. inputs], [("Tout", Array.ConvertAll(results[0], r => r.DType)), .. definition.Attributes(bodies)]);
    }

    /// <summary>Checks that branches give the same; numbers written in C# take the others' type.</summary>
    private static void Agree(Graph[] graphs, Tensor[][] results)
    {
        for (var k = 0; k < results[0].Length; k++)
        {
            var type = (results.Where(r => r.Length > k).Select(r => r[k]).FirstOrDefault(r => !r.IsWeak) ?? results[0][k]).DType;
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i].Length > k && results[i][k].IsWeak && results[i][k].DType != type)
                {
                    using var inside = graphs[i].Enter();
                    results[i][k] = RawOps.Cast(results[i][k], type);
                }
            }
        }

        foreach (var other in results)
        {
            if (other.Length != results[0].Length)
            {
                throw new ArgumentException($"All branches must give the same number of tensors. Received: {results[0].Length} and {other.Length}.");
            }

            for (var k = 0; k < other.Length; k++)
            {
                if (other[k].DType != results[0][k].DType || other[k].Rank != results[0][k].Rank)
                {
                    throw new ArgumentException(
                        $"All branches must give tensors of the same types and ranks. Received as result {k}: {results[0][k].DType.Name()} {results[0][k].Shape} and {other[k].DType.Name()} {other[k].Shape}.");
                }
            }
        }
    }

    private sealed record BranchDerivative(Graph Graph, int[] Sources, Tensor?[] Gradients)
    {
        public Tensor? Of(int input) => Gradients[Array.IndexOf(Sources, input)];
    }
}

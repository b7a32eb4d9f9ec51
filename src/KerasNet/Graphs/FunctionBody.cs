namespace KerasNet.Graphs;

/// <summary>The value of a function attribute: a body and its results.</summary>
internal sealed record FunctionBody(Graph Graph, Tensor[] Outputs)
{
    /// <summary>The placeholders that the caller's inputs become, in order: the graph's inputs, then those of its captures, unless said otherwise.</summary>
    public Tensor[] Arguments { get; init; } = [.. Graph.Inputs, .. Graph.Captures.Select(c => c.Inner)];

    /// <summary>Repeats the body's nodes in a graph, on other tensors.</summary>
    public Tensor[] Inline(Graph target, IReadOnlyList<Tensor> arguments)
    {
        var known = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        for (var i = 0; i < Arguments.Length; i++)
        {
            known[Arguments[i]] = arguments[i];
        }

        using var unscoped = Scopes.Reset();
        foreach (var node in Reachable.From(Graph, Outputs, []))
        {
            if (!known.ContainsKey(node.Outputs[0]))
            {
                var outputs = target.Add(node.Definition, Array.ConvertAll(node.Inputs, Known), node.Attributes.ToArray(), node.Name);
                for (var i = 0; i < outputs.Length; i++)
                {
                    known[node.Outputs[i]] = outputs[i];
                }
            }
        }

        return Array.ConvertAll(Outputs, Known);

        Tensor Known(Tensor t) => known.GetValueOrDefault(t, t);
    }
}

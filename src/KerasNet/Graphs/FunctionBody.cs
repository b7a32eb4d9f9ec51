namespace KerasNet.Graphs;

/// <summary>The value of a function attribute: a body and its results. Its arguments are the graph's inputs in order, then the placeholders of its captures.</summary>
internal sealed record FunctionBody(Graph Graph, Tensor[] Outputs)
{
    /// <summary>The placeholders that the caller's inputs become, in order.</summary>
    public IEnumerable<Tensor> Arguments => Graph.Inputs.Concat(Graph.Captures.Select(c => c.Inner));
}

namespace KerasNet.Graphs;

/// <summary>Matrices by which several matrices are multiplied, as a recurrent kernel is at every time step: their gradient is one product of all rows instead of a sum of products.</summary>
internal sealed class SharedFactors
{
    private readonly Dictionary<Tensor, int> _uses = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
    private readonly Dictionary<Tensor, List<(Tensor A, Tensor Dy)>> _open = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);

    public SharedFactors(IReadOnlyList<Node> nodes, HashSet<Tensor> live)
    {
        foreach (var node in nodes)
        {
            if (IsProduct(node) && live.Contains(node.Inputs[1]))
            {
                _uses[node.Inputs[1]] = _uses.GetValueOrDefault(node.Inputs[1]) + 1;
            }
        }
    }

    /// <summary>Whether the gradient by the node's second factor waits for those of other nodes.</summary>
    public bool IsShared(Node node) => IsProduct(node) && _uses.GetValueOrDefault(node.Inputs[1]) > 1;

    /// <summary>Keeps what a node adds to the gradient of its second factor.</summary>
    public void Add(Node node, Tensor dy)
    {
        if (!_open.TryGetValue(node.Inputs[1], out var pairs))
        {
            _open[node.Inputs[1]] = pairs = [];
        }

        pairs.Add((node.Inputs[0], dy));
    }

    /// <summary>The gradient of a factor, of all that was kept; null where there is nothing.</summary>
    public Tensor? Settle(Tensor factor)
    {
        if (!_open.Remove(factor, out var pairs))
        {
            return null;
        }

        Tensor Rows(IEnumerable<Tensor> parts) => pairs.Count == 1 ? parts.Single() : RawOps.ConcatV2([.. parts], 0);
        using var scope = Scopes.Enter("gradients");
        return RawOps.MatMul(Rows(pairs.Select(p => p.A)), Rows(pairs.Select(p => p.Dy)), transposeA: true);
    }

    private static bool IsProduct(Node node) => node.Definition is MatMulOp && !node.Inputs[1].IsConcrete && !node.Attr("transpose_a", false) && !node.Attr("transpose_b", false);
}

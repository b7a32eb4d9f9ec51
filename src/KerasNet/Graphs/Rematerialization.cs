namespace KerasNet.Graphs;

/// <summary>Parts of a graph whose results are computed again for the gradient, and so need no memory until then.</summary>
/// <remarks>
/// The nodes of a part are copied when its gradient is asked for, behind the gradient that arrives: a control edge keeps a backend from merging both. What has an effect or draws upon a state, loops, and parts with
/// a backward rule of their own stay as they are, so that each happens once.
/// </remarks>
internal static class Rematerialization
{
    /// <summary>Traces a function as such a part; values are computed at once.</summary>
    /// <param name="f">The function.</param>
    /// <param name="inputs">What it takes.</param>
    /// <param name="applies">Whether it is to be such a part, given its results; null: always.</param>
    public static Tensors Run(Func<Tensors, Tensors> f, Tensors inputs, Func<Tensors, bool>? applies = null)
    {
        if ((Loops.GraphOf([.. inputs]) ?? Graph.Current) is not { } graph)
        {
            return f(inputs);
        }

        using var tracing = graph.Enter();
        inputs = inputs.Select(graph.Import);
        var (start, mayMove) = (graph.Nodes.Count, graph.MayMoveNodes);
        graph.MayMoveNodes = false;
        Tensors outputs;
        try
        {
            outputs = f(inputs);
        }
        finally
        {
            graph.MayMoveNodes = mayMove;
        }

        if (applies?.Invoke(outputs) == false)
        {
            return outputs;
        }

        outputs = outputs.Select(o => Named(RawOps.Identity(o), o.KerasMask));
        Node[] nodes = [.. graph.Nodes.Skip(start)];
        CustomRegion[] inside = [.. graph.Regions.Where(r => r.Start >= start)];
        Tensor[] given = [.. inputs.Where(t => !t.IsConcrete)];
        Tensor[] sources = [.. given, .. Outside(nodes).Where(t => !given.Contains(t, ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>))];
        Tensor[] results = [.. outputs];
        graph.Regions.Add(new CustomRegion(start, graph.Nodes.Count, sources, results, dy => Backward(nodes, inside, start, given, sources, results, dy)));
        return outputs;
    }

    private static Tensor Named(Tensor output, Tensor? mask)
    {
        output.KerasMask = mask;
        return output;
    }

    /// <summary>What the nodes take from elsewhere: variables and tensors of before.</summary>
    private static IEnumerable<Tensor> Outside(Node[] nodes)
    {
        var made = new HashSet<Node>(nodes);
        return nodes.SelectMany(n => n.Inputs).Where(t => !t.IsConcrete && (t.Node is null || !made.Contains(t.Node))).Distinct(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
    }

    private static Tensor?[] Backward(Node[] nodes, CustomRegion[] inside, int start, Tensor[] given, Tensor[] sources, Tensor[] outputs, Tensor?[] dy)
    {
        var copies = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        Tensor Copy(Tensor t) => copies.GetValueOrDefault(t, t);
        using var scope = Scopes.Enter("remat");
        var after = dy.Select(d => d?.Node).OfType<Node>().ToArray();
        foreach (var input in given)
        {
            var copy = RawOps.Identity(input);
            copy.Node!.ControlInputs.AddRange(after.Where(n => n.Graph == copy.Node.Graph));
            copies[input] = copy;
        }

        var (walked, regions) = (new List<Node>(), new List<CustomRegion>());
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (IsKept(node) || Array.Exists(inside, r => r.Start <= start + i && start + i < r.End))
            {
                walked.Add(node);
                if (node.Inputs.Any(copies.ContainsKey) && !node.Definition.IsConstant)
                {
                    bool[] wanted = [.. node.Inputs.Select(t => t.DType.IsFloating())];
                    regions.Add(new CustomRegion(i, i + 1, Array.ConvertAll(node.Inputs, Copy), node.Outputs, d => node.Definition.GradientBy(node, d, [.. wanted])));
                }
            }
            else
            {
                var made = Graph.Current!.Add(node.Definition, Array.ConvertAll(node.Inputs, Copy), [.. node.Attributes]);
                walked.Add(made[0].Node!);
                for (var k = 0; k < made.Length; k++)
                {
                    copies[node.Outputs[k]] = made[k];
                }
            }

            regions.AddRange(inside.Where(r => r.End == start + i + 1).Select(r => r with { Start = r.Start - start, End = i + 1, Inputs = Array.ConvertAll(r.Inputs, Copy) }));
        }

        int[] reached = [.. Enumerable.Range(0, outputs.Length).Where(i => dy[i] is not null)];
        return Gradients.Of([.. reached.Select(i => Copy(outputs[i]))], Array.ConvertAll(sources, Copy), walked, regions, [.. reached.Select(i => dy[i])]);
    }

    private static bool IsKept(Node node) => !node.Definition.IsPure || node.Outputs.Length == 0 || node.Attributes.Any(a => a.Value is Graph);
}

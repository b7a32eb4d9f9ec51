using System.Runtime.CompilerServices;

namespace KerasNet.Graphs;

/// <summary>The reverse walk: gradients of a target by sources, over nodes in the order in which they were made. One walk for graphs and tapes.</summary>
internal static class Gradients
{
    /// <summary>Gradients of the sum of <paramref name="targets"/>, each weighted by its seed (null: ones); null where a source has no influence.</summary>
    public static Tensor?[] Of(IReadOnlyList<Tensor> targets, IReadOnlyList<Tensor> sources, IReadOnlyList<Node> nodes, IReadOnlyList<CustomRegion> regions, IReadOnlyList<Tensor?>? seeds = null)
    {
        var gradients = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        var live = Influenced(sources, nodes, regions);
        for (var i = 0; i < targets.Count; i++)
        {
            if (live.Contains(targets[i]))
            {
                Add(gradients, targets[i], seeds?[i] ?? RawOps.OnesLike(targets[i]));
            }
        }

        var wanted = new HashSet<Tensor>(sources, ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        var factors = new SharedFactors(nodes, live);
        var passed = new HashSet<Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        var region = regions.Count - 1;
        while (region >= 0 && regions[region].End > nodes.Count)
        {
            region--;
        }

        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            // The rule of a region takes its outputs' gradients. Its nodes are walked all the same: the rule may have used their results, which a second derivative asks for.
            for (; region >= 0 && regions[region].End == i + 1; region--)
            {
                var custom = regions[region];
                Settle(custom.Outputs);
                Step(custom.Inputs, custom.Outputs, (dy, _) => custom.Backward(dy), gradients, live, wanted);
                passed.UnionWith(custom.Outputs);
            }

            var node = nodes[i];
            if (!node.Definition.IsConstant && !node.Outputs.Any(passed.Contains))
            {
                Settle(node.Outputs);
                Step(node.Inputs, node.Outputs, (dy, of) => Rule(node, dy, of, factors), gradients, live, wanted);
            }
        }

        Settle(sources);
        return [.. sources.Select(s => gradients.GetValueOrDefault(s))];

        void Settle(IReadOnlyList<Tensor> tensors)
        {
            foreach (var tensor in tensors)
            {
                if (factors.Settle(tensor) is { } gradient)
                {
                    Add(gradients, tensor, gradient);
                }
            }
        }
    }

    private static Tensor?[] Rule(Node node, Tensor?[] dy, bool[] wanted, SharedFactors factors)
    {
        if (wanted.Length > 1 && wanted[1] && factors.IsShared(node))
        {
            factors.Add(node, dy[0]!);
            wanted[1] = false;
        }

        // The rule's nodes stand beside those of the layer that they belong to.
        var path = node.Name.LastIndexOf('/') is > 0 and var slash ? node.Name[..slash] : string.Empty;
        using var scope = Scopes.Enter(path.Length == 0 ? "gradients" : "gradients/" + path);
        return node.Definition.GradientBy(node, dy, wanted);
    }

    private static void Step(Tensor[] inputs, Tensor[] outputs, Func<Tensor?[], bool[], Tensor?[]> backward, Dictionary<Tensor, Tensor> gradients, HashSet<Tensor> live, HashSet<Tensor> wanted)
    {
        if (!inputs.Any(live.Contains))
        {
            return;
        }

        var dy = new Tensor?[outputs.Length];
        var any = false;
        for (var i = 0; i < outputs.Length; i++)
        {
            // A gradient is done with once its node is passed, unless somebody asked for it.
            if (wanted.Contains(outputs[i]) ? gradients.TryGetValue(outputs[i], out dy[i]) : gradients.Remove(outputs[i], out dy[i]))
            {
                any = true;
            }
        }

        if (!any)
        {
            return;
        }

        var dx = backward(dy, Array.ConvertAll(inputs, live.Contains));
        for (var i = 0; i < inputs.Length; i++)
        {
            if (i < dx.Length && dx[i] is { } d && live.Contains(inputs[i]))
            {
                Add(gradients, inputs[i], d);
            }
        }
    }

    private static void Add(Dictionary<Tensor, Tensor> gradients, Tensor tensor, Tensor gradient) =>
        gradients[tensor] = gradients.TryGetValue(tensor, out var sum) ? RawOps.AddV2(sum, gradient) : gradient;

    /// <summary>All tensors that a source has influence on.</summary>
    public static HashSet<Tensor> Influenced(IReadOnlyList<Tensor> sources, IReadOnlyList<Node> nodes, IReadOnlyList<CustomRegion> regions)
    {
        var live = new HashSet<Tensor>(sources, ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        var region = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!nodes[i].Definition.IsConstant && nodes[i].Inputs.Any(live.Contains))
            {
                live.UnionWith(nodes[i].Outputs);
            }

            for (; region < regions.Count && regions[region].End == i + 1; region++)
            {
                if (regions[region].Inputs.Any(live.Contains))
                {
                    live.UnionWith(regions[region].Outputs);
                }
            }
        }

        return live;
    }
}

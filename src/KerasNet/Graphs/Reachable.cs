namespace KerasNet.Graphs;

/// <summary>The nodes that a step needs: those that its outputs and updates depend on, in program order.</summary>
internal static class Reachable
{
    public static List<Node> From(Graph graph, IEnumerable<Tensor> outputs, IEnumerable<Node> updates)
    {
        var needed = new bool[graph.Nodes.Count];
        var stack = new Stack<Node>();

        void Need(Node? node)
        {
            if (node is not null && !needed[node.Index])
            {
                needed[node.Index] = true;
                stack.Push(node);
            }
        }

        foreach (var output in outputs)
        {
            Need(output.Node);
        }

        foreach (var update in updates)
        {
            Need(update);
        }

        while (stack.TryPop(out var node))
        {
            foreach (var input in node.Inputs)
            {
                Need(input.IsConcrete ? null : input.Node);
            }

            // A control edge orders; it brings in writes (they are effects), never a read that nobody uses.
            foreach (var control in node.ControlInputs)
            {
                if (control.Definition.Writes)
                {
                    Need(control);
                }
            }
        }

        return [.. graph.Nodes.Where(n => needed[n.Index])];
    }
}

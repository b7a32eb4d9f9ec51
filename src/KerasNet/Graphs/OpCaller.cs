using KerasNet.Backends;
using KerasNet.Backends.Managed;

namespace KerasNet.Graphs;

/// <summary>Decides what a call of an op does: run now, fold, record for the tape, or become a node of the graph that is being traced.</summary>
internal static class OpCaller
{
    public static Tensor[] Call(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var graph = Graph.Current;
        var concrete = true;
        foreach (var input in inputs)
        {
            if (input.IsKeras)
            {
                throw new InvalidOperationException(
                    $"Op '{definition.Name}' received the symbolic output '{input.Name}' of a Keras layer. Use the function of Ops with the same purpose, a layer, or wrap the code in new Layers.Lambda(x => …).");
            }

            if (input.Node?.Graph is { } other && !input.IsConcrete)
            {
                concrete = false;
                graph ??= other;
            }
            else if (input.DType == DataType.Resource)
            {
                concrete &= graph is null;
            }
        }

        if (graph is null)
        {
            return RunNow(definition, inputs, attributes);
        }

        return concrete && definition.IsPure && inputs.Length > 0
            ? Fold(definition, inputs, attributes)
            : graph.Add(definition, inputs, attributes);
    }

    private static Tensor[] RunNow(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var node = new Node(definition, inputs, attributes, Scopes.NodeName(definition.Name));
        var outputs = new Tensor[definition.Infer(node).Length];
        Keras.Backend.Execute(node, inputs, outputs);
        node.Outputs = outputs;
        GradientTape.Record(node);
        return outputs;
    }

    /// <summary>Constants are computed while tracing, on the managed backend: graphs stay small and clean.</summary>
    private static Tensor[] Fold(OpDefinition definition, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var node = new Node(definition, inputs, attributes, Scopes.NodeName(definition.Name));
        var outputs = new Tensor[definition.Infer(node).Length];
        ManagedBackend.Run(node, inputs, outputs);
        return outputs;
    }
}

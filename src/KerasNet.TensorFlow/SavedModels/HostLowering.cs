using KerasNet.Graphs;
using KerasNet.Layers;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>What layers compute in C#, in TensorFlow's ops: so a model that takes text is exported whole.</summary>
internal static class HostLowering
{
    /// <summary>Nodes that compute what a layer's call does, over placeholders for its inputs.</summary>
    /// <exception cref="NotSupportedException">There are none.</exception>
    public static (Graph Graph, Tensor[] Inputs, Tensor Output) Of(HostCall call)
    {
        var graph = new Graph();
        using var unscoped = Scopes.Reset();
        using var scope = Scopes.Enter(call.Name);
        Tensor[] inputs = [.. call.Inputs.Select(i => i.IsConcrete ? i : graph.Placeholder(i.DType, i.Shape, "input"))];
        using var tracing = graph.Enter();
        var output = call.Owner switch
        {
            StringLookup layer => LookupLowering.Of(layer, inputs[0]),
            IntegerLookup layer => LookupLowering.Of(layer, inputs[0]),
            Hashing layer => LookupLowering.Of(layer, inputs[0]),
            HashedCrossing layer => LookupLowering.Of(layer, inputs),
            TextVectorization layer => TextLowering.Of(layer, inputs[0]),
            _ => throw new NotSupportedException($"Layer '{call.Name}' ({call.Owner.GetType().Name}) computes in C#, which a SavedModel cannot hold. Export the part of the model behind it, and call the layer before."),
        };
        output = output.DType == call.Output.DType ? output : Ops.Cast(output, call.Output.DType);

        // The layers behind it were made for the shape that was promised.
        var promised = call.Output.Shape;
        return (graph, inputs, output.Shape == promised || promised.Dims.ToArray().Count(d => d < 0) > 1 ? output : RawOps.Reshape(output, promised));
    }
}

using KerasNet.Graphs;

namespace KerasNet.Models;

/// <summary>Finds output shapes by tracing on a throw-away graph.</summary>
internal static class SymbolicTrace
{
    /// <summary>Shapes and types of a call's results; with <paramref name="type"/> for the types of all symbolic inputs.</summary>
    public static (TensorSpec[] Specs, bool Single) Shapes(Tensors inputs, Func<Tensors, Tensors> call, DataType? type = null)
    {
        var graph = new Graph();
        using var tracing = graph.Enter();
        var outputs = call(inputs.Select(t => Placeholder(graph, t, type)));
        return ([.. outputs.Select(o => new TensorSpec(o.DType, o.Shape))], outputs.IsSingle);
    }

    /// <summary>A graph tensor that stands for a symbolic one, its mask included.</summary>
    public static Tensor Placeholder(Graph graph, Tensor tensor, DataType? type = null)
    {
        if (!tensor.IsKeras)
        {
            return tensor;
        }

        var stand = graph.Placeholder(type ?? tensor.DType, tensor.Shape, "input");
        if (tensor.KerasMask is { } mask)
        {
            stand.KerasMask = graph.Placeholder(mask.DType, mask.Shape, "mask");
        }

        return stand;
    }
}

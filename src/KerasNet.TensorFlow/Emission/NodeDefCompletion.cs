using KerasNet.Graphs;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Emission;

/// <summary>What TensorFlow finds out when a node is made through its library, and a message must say: types and lengths that follow from the inputs.</summary>
internal static class NodeDefCompletion
{
    /// <summary>Adds the attributes that the node's tensors tell.</summary>
    public static void Complete(this OpSchema schema, Node node, NodeDef message)
    {
        Add(message, schema.Inputs, schema.Split(node), node.Inputs);

        // Attributes of the outputs alone are types: a list of outputs has its length from the node.
        var (at, sink) = (0, new NodeDefAttributes(message));
        foreach (var output in schema.Outputs)
        {
            if (output.TypeAttribute is { } type && !message.Attr.ContainsKey(type) && at < node.Outputs.Length)
            {
                sink.Set(type, node.Outputs[at].DType);
            }

            at += Count(output, message);
        }
    }

    /// <summary>What stands behind a node's name for each of its outputs: <c>output:0</c>.</summary>
    public static IReadOnlyList<string> OutputPlaces(this OpSchema schema, NodeDef message) =>
        [.. schema.Outputs.SelectMany(o => Enumerable.Range(0, Count(o, message)).Select(i => FormattableString.Invariant($"{o.Name}:{i}")))];

    private static void Add(NodeDef message, IReadOnlyList<OpArgument> arguments, int[] counts, Tensor[] tensors)
    {
        var (at, sink) = (0, new NodeDefAttributes(message));
        for (var i = 0; i < counts.Length; at += counts[i++])
        {
            var types = Array.ConvertAll(tensors[at..(at + counts[i])], t => t.DType);
            if (arguments[i].TypeAttribute is { } type && types.Length > 0 && !message.Attr.ContainsKey(type))
            {
                sink.Set(type, types[0]);
            }

            if (arguments[i].NumberAttribute is { } number && !message.Attr.ContainsKey(number))
            {
                sink.Set(number, (long)counts[i]);
            }

            if (arguments[i].TypesAttribute is { } list && !message.Attr.ContainsKey(list))
            {
                sink.SetList(list, types);
            }
        }
    }

    private static int Count(OpArgument output, NodeDef message) => output switch
    {
        { NumberAttribute: { } number } => (int)message.Attr[number].I,
        { TypesAttribute: { } types } => message.Attr[types].List.Type.Count,
        _ => 1,
    };
}

using KerasNet.Layers;

namespace KerasNet.Models;

/// <summary>The order of a functional model's calls: by depth from the outputs, then by first visit, as Keras sorts them.</summary>
/// <remarks>Python: <c>keras.src.ops.function.map_graph</c>.</remarks>
internal static class FunctionalOrder
{
    public static IReadOnlyList<OperationCall> Of(Tensors inputs, Tensors outputs)
    {
        foreach (var tensor in inputs.Concat(outputs))
        {
            if (!tensor.IsKeras)
            {
                throw new ArgumentException($"Inputs and outputs of a model are symbolic tensors that come from Keras.Input(…). Received: {tensor}.");
            }
        }

        var visited = Visit(inputs, outputs, out var operationOrder);
        var depths = new Dictionary<OperationCall, int>();
        var operationDepths = new Dictionary<Operation, int>();
        foreach (var call in Enumerable.Reverse(visited))
        {
            var depth = Math.Max(depths.GetValueOrDefault(call), operationDepths.GetValueOrDefault(call.Operation));
            operationDepths[call.Operation] = depth;
            depths[call] = depth;
            foreach (var parent in Parents(call, inputs))
            {
                depths[parent] = Math.Max(depth + 1, depths.GetValueOrDefault(parent));
            }
        }

        // Inputs stand on the deepest level at least.
        foreach (var input in inputs)
        {
            var call = CallOf(input);
            if (depths.TryAdd(call, 0))
            {
                visited.Add(call);
                operationOrder.TryAdd(call.Operation, -1);
            }
        }

        return [.. visited.Distinct()
            .OrderByDescending(c => Math.Max(depths[c], operationDepths.GetValueOrDefault(c.Operation)))
            .ThenBy(c => operationOrder[c.Operation])
            .ThenBy(c => visited.IndexOf(c))];
    }

    /// <summary>Calls in the order in which a depth-first walk from the outputs leaves them.</summary>
    private static List<OperationCall> Visit(Tensors inputs, Tensors outputs, out Dictionary<Operation, int> order)
    {
        var done = new HashSet<OperationCall>();
        var running = new HashSet<OperationCall>();
        var list = new List<OperationCall>();
        var first = new Dictionary<Operation, int>();

        void Walk(OperationCall call)
        {
            // An explicit stack: models may be thousands of layers deep.
            var stack = new Stack<(OperationCall Call, IEnumerator<OperationCall> Parents)>();
            void Push(OperationCall c)
            {
                if (done.Contains(c))
                {
                    return;
                }

                if (!running.Add(c))
                {
                    throw new ArgumentException($"The graph of the model has a cycle at '{c.Operation.Name}'.");
                }

                first.TryAdd(c.Operation, first.Count);
                stack.Push((c, Parents(c, inputs).GetEnumerator()));
            }

            Push(call);
            while (stack.TryPeek(out var top))
            {
                if (top.Parents.MoveNext())
                {
                    Push(top.Parents.Current);
                    continue;
                }

                stack.Pop();
                running.Remove(top.Call);
                done.Add(top.Call);
                list.Add(top.Call);
                if (top.Call.Operation is InputLayer && !inputs.Contains(top.Call.Outputs[0]))
                {
                    throw new ArgumentException($"Graph disconnected: the outputs depend on input '{top.Call.Operation.Name}', which is not among the model's inputs ({string.Join(", ", inputs.Select(i => i.Name))}). Add it to the inputs.");
                }
            }
        }

        foreach (var output in outputs)
        {
            Walk(CallOf(output));
        }

        order = first;
        return list;
    }

    private static OperationCall CallOf(Tensor tensor) => tensor.History!.Operation.Calls[tensor.History.CallIndex];

    /// <summary>The calls that this one needs; the walk ends at the model's inputs, wherever they come from.</summary>
    private static IEnumerable<OperationCall> Parents(OperationCall call, Tensors inputs) =>
        call.Outputs.All(inputs.Contains)
            ? []
            : call.Inputs.Concat(call.Arguments?.AllTensors() ?? []).Where(t => t.IsKeras).Select(CallOf);
}

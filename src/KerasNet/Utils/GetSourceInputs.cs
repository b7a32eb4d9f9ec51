namespace KerasNet;

public static partial class Utils
{
    /// <summary>The inputs that a symbolic tensor is computed from, each once, in the order in which they are met.</summary>
    /// <param name="tensor">The tensor of a layer's call; one of no call is its own source.</param>
    /// <remarks>Python: <c>keras.utils.get_source_inputs</c>.</remarks>
    public static Tensors GetSourceInputs(Tensor tensor)
    {
        var found = new List<Tensor>();
        var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Tensor>([tensor]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (next.History is not { } history || history.Operation is Layers.InputLayer || history.Operation.Calls.Count == 0)
            {
                found.Add(next);
                continue;
            }

            var call = history.Operation.Calls[history.CallIndex];
            foreach (var input in call.Inputs.Concat(call.Arguments?.AllTensors() ?? []).Where(i => i.IsKeras).Reverse())
            {
                open.Push(input);
            }
        }

        return new Tensors(found);
    }
}

using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Programs;

/// <summary>One step of a loop, traced aside to learn what the loop does.</summary>
/// <param name="Graph">Where it was traced.</param>
/// <param name="Values">The loop's variables before the first step; lists of elements whose shape is known.</param>
/// <param name="Arguments">What stands for them in the trace.</param>
/// <param name="Results">What the step made of them.</param>
/// <param name="Changes">Numbers of those that a step changes.</param>
internal sealed record LoopSketch(Graph Graph, object[] Values, object[] Arguments, object[] Results, int[] Changes)
{
    /// <summary>Traces a step, again when it has told the shapes of lists that were only reserved.</summary>
    /// <exception cref="InvalidDataException">The body does not give what it takes.</exception>
    public static LoopSketch Of(Func<object[], object[]> body, object[] inputs)
    {
        var graph = new Graph(Graph.Current);
        object[] arguments, results;
        using (graph.Enter())
        {
            Tensor Stand(Tensor t) => graph.Placeholder(t.DType, t.Shape, "carry");
            arguments = Array.ConvertAll(inputs, i => i switch
            {
                Tensor t => Stand(t),
                TensorList { Items: { } items } list => list with { Items = Stand(items) },
                _ => i,
            });
            results = body(arguments);
        }

        if (results.Length != inputs.Length)
        {
            throw new InvalidDataException($"the loop has {inputs.Length} variables and its body gives {results.Length}.");
        }

        var known = inputs.Select((value, i) => value is TensorList { Items: null } list && results[i] is TensorList { Items: { } made } ? list.Of(made.Shape[1..]) : value).ToArray();
        return known.SequenceEqual(inputs, ReferenceEqualityComparer.Instance)
            ? new LoopSketch(graph, inputs, arguments, results, [.. Enumerable.Range(0, inputs.Length).Where(i => IsChanged(arguments[i], results[i]))])
            : Of(body, known);
    }

    private static bool IsChanged(object before, object after)
    {
        if (ReferenceEquals(before, after) || (before is TensorList { Items: var a } && after is TensorList { Items: var b } && ReferenceEquals(a, b)))
        {
            return false;
        }

        return before is ProgramVariable || after is ProgramVariable || (before is TensorList) != (after is TensorList)
            ? throw new NotSupportedException("A loop that exchanges variables is not run on the managed backend. Choose the tensorflow backend.")
            : true;
    }
}

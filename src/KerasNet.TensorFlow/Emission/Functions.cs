using KerasNet.Graphs;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Makes TensorFlow functions of bodies of loops and branches.</summary>
internal static unsafe class Functions
{
    private static long _made;

    /// <summary>Adds a body, and those that it uses, to a graph's library.</summary>
    /// <remarks><c>collected</c>: where the functions are kept for whoever makes a function of this graph; null when nobody does.</remarks>
    /// <returns>Its name.</returns>
    public static string AddTo(GraphHandle graph, FunctionBody body, List<FunctionHandle>? collected)
    {
        var made = new List<FunctionHandle>();
        try
        {
            var name = Make(body, made);
            using var status = new StatusHandle();
            foreach (var function in made)
            {
                NativeMethods.TF_GraphCopyFunction(graph.Pointer, function.Pointer, 0, status.Pointer);
                status.ThrowIfFailed(name);
            }

            collected?.AddRange(made);
            return name;
        }
        finally
        {
            if (collected is null)
            {
                made.ForEach(f => f.Dispose());
            }
        }
    }

    /// <summary>Makes a function and, before it, those that it uses.</summary>
    public static string Make(FunctionBody body, List<FunctionHandle> made)
    {
        using var graph = new GraphHandle();
        var emitter = new GraphEmitter(graph, new NodeNames(), null, made);
        var inputs = body.Arguments.Select(emitter.Placeholder).ToArray();
        emitter.Emit(Reachable.From(body.Graph, body.Outputs, []));
        var outputs = new TF_Output[body.Outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = emitter.Identity(emitter.Output(body.Outputs[i]), "output");
        }

        var name = $"kerasnet_function_{Interlocked.Increment(ref _made)}";
        using var status = new StatusHandle();
        fixed (TF_Output* inputPointer = inputs, outputPointer = outputs)
        {
            var function = NativeMethods.TF_GraphToFunction(
                graph.Pointer, name, 0, -1, null, inputs.Length, inputPointer, outputs.Length, outputPointer, null, 0, null, status.Pointer);
            status.ThrowIfFailed(name);
            made.Add(new FunctionHandle(function));
        }

        return name;
    }
}

using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>A part of the program that the gradient walk treats as one op.</summary>
    /// <param name="inputs">What gradients flow to.</param>
    /// <param name="forward">The outputs of the inputs.</param>
    /// <param name="backward">The gradients by the inputs of those by the outputs; fewer or null where none flows.</param>
    public static Tensor[] CustomGradient(Tensor[] inputs, Func<Tensor[], Tensor[]> forward, Func<Tensor[], Tensor?[]> backward)
    {
        var graph = Loops.GraphOf(inputs);
        using var tracing = graph is null ? Graph.Leave() : graph.Enter();
        inputs = graph is null ? inputs : Array.ConvertAll(inputs, graph.Import);
        var positions = GradientTape.Positions();
        var start = graph?.Nodes.Count ?? 0;
        var mayMove = graph?.MayMoveNodes ?? true;
        Tensor[] outputs;
        try
        {
            if (graph is not null)
            {
                graph.MayMoveNodes = false;
            }

            outputs = Array.ConvertAll(forward(inputs), Identity);
        }
        finally
        {
            if (graph is not null)
            {
                graph.MayMoveNodes = mayMove;
            }
        }

        Tensor?[] Backward(Tensor?[] dy) => backward([.. dy.Select((d, i) => d ?? ZerosLike(outputs[i]))]);
        graph?.Regions.Add(new CustomRegion(start, graph.Nodes.Count, inputs, outputs, Backward));
        GradientTape.RecordRegion(positions, inputs, outputs, Backward);
        return outputs;
    }
}

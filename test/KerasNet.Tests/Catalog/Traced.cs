using KerasNet.Graphs;

namespace KerasNet.Tests.Catalog;

/// <summary>Runs a function in a compiled graph whose inputs have an unknown batch axis, as a training step has.</summary>
internal static class Traced
{
    public static Tensor Run(Func<Tensor[], Tensor> function, params Tensor?[] values) => Compile(function, values)(values);

    /// <summary>Traces once; null values are no inputs.</summary>
    public static Func<Tensor?[], Tensor> Compile(Func<Tensor[], Tensor> function, params Tensor?[] like)
    {
        var graph = new Graph();
        Tensor?[] inputs = [.. like.Select((t, i) => t is null ? null : graph.Placeholder(t.DType, t.Rank == 0 ? t.Shape : t.Shape.With(0, -1), $"x{i}"))];
        Tensor output;
        using (graph.Enter())
        {
            output = function(inputs!);
        }

        var executable = Keras.Backend.Compile(graph, [.. inputs.OfType<Tensor>()], [output], [.. graph.Updates]);
        return values =>
        {
            var results = new Tensor?[1];
            executable.Run([.. values.OfType<Tensor>()], results);
            return results[0]!;
        };
    }
}

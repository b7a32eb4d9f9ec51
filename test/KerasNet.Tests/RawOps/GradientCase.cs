using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>A function whose derivative is compared with central differences. Inputs of float64 are differentiated, others are fed as they are.</summary>
internal sealed record GradientCase(string Name, Func<Tensor[], Tensor> Function, params Tensor[] Inputs)
{
    /// <summary>Axis 0 of the inputs is unknown while the graph is made.</summary>
    public bool UnknownBatch { get; init; }

    /// <summary>Inputs that have an axis of unknown size when <see cref="UnknownBatch"/>; null for all.</summary>
    public int[]? Batched { get; init; }

    /// <summary>Also the derivative of the derivative.</summary>
    public bool SecondOrder { get; init; }

    /// <summary>Allowed difference relative to 1 + |expected|.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>TensorFlow has no kernel for float64: the case runs on the managed backend, whichever is asked for.</summary>
    public bool ManagedOnly { get; init; }

    /// <summary>Names of the ops whose derivatives the case compares.</summary>
    public IReadOnlySet<string> Ops()
    {
        var graph = new Graph();
        using (graph.Enter())
        {
            var x = GradientCheck.Placeholders(graph, Inputs, UnknownBatch, Batched);
            var y = Function(x);
            if (SecondOrder)
            {
                _ = Gradients.Of([y], [.. x.Where(t => t.DType == DataType.Float64)], graph.Nodes, graph.Regions, [y]);
            }
        }

        return graph.Nodes.Select(n => n.Definition.Name).ToHashSet();
    }

    /// <summary>Runs the comparison on the current backend.</summary>
    public void Check()
    {
        using var scope = ManagedOnly ? Keras.Scope("managed") : null;
        GradientCheck.Run(Function, Inputs, UnknownBatch, Batched, Tolerance);
        if (SecondOrder)
        {
            GradientCheck.RunSecond(Function, Inputs, UnknownBatch, Batched, Tolerance);
        }
    }

    public override string ToString() => UnknownBatch ? $"{Name}, unknown batch" : Name;

    /// <summary>Random float64 numbers between two bounds, the same for the same seed.</summary>
    public static Tensor Sample(TensorShape shape, double low = -1, double high = 1, int seed = 1)
    {
        var random = new Random(seed);
        var values = new double[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = low + ((high - low) * random.NextDouble());
        }

        return Tensor.Create<double>(values, shape);
    }
}

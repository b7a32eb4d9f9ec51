using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>Compares derivatives with central differences, in float64, through a compiled graph and through a tape.</summary>
internal static class GradientCheck
{
    private const double Step = 1e-3;

    /// <summary>Checks the derivative of <paramref name="f"/> by each float64 input; with <paramref name="unknownBatch"/> axis 0 of the inputs
    /// <paramref name="batched"/> (null: all) is unknown to the trace; with <paramref name="tape"/> a <see cref="GradientTape"/> is asked too.</summary>
    public static void Run(Func<Tensor[], Tensor> f, Tensor[] inputs, bool unknownBatch = false, int[]? batched = null, double tolerance = 1e-6, bool tape = true)
    {
        var graph = new Graph();
        Tensor[] x;
        Tensor y, dy;
        Tensor?[] dx;
        using (graph.Enter())
        {
            x = Placeholders(graph, inputs, unknownBatch, batched);
            y = f(x);
            Assert.That(y.DType, Is.EqualTo(DataType.Float64), "the function's result");
            Assert.That(y.Node, Is.Not.Null, "the function does not depend on its inputs");
            dy = graph.Placeholder(DataType.Float64, y.Shape, "dy");
            dx = Gradients.Of([y], [.. Differentiated(x)], graph.Nodes, graph.Regions, [dy]);
        }

        using var forward = Keras.Backend.Compile(graph, x, [y], []);
        var result = new Tensor?[1];
        forward.Run(inputs, result);
        Assert.That(y.Shape.IsCompatibleWith(result[0]!.Shape), $"the shape rule says {y.Shape}, the kernel {result[0]!.Shape}");

        var cotangent = GradientCase.Sample(result[0]!.Shape, 0.5, 1.5, seed: 7);
        var sources = Differentiated(inputs).ToArray();
        foreach (var (d, source) in dx.Zip(sources))
        {
            Assert.That(d is null || d.Shape.IsCompatibleWith(source.Shape), $"the gradient's shape is {d?.Shape}, the input's {source.Shape}");
        }

        using var backward = Keras.Backend.Compile(graph, [.. x, dy], [.. dx.OfType<Tensor>()], []);
        var gradients = new Tensor?[dx.Count(d => d is not null)];
        backward.Run([.. inputs, cotangent], gradients);
        var given = new Queue<Tensor?>(gradients);
        var actual = dx.Select(d => d is null ? null : given.Dequeue()).ToArray();

        for (var s = 0; s < sources.Length; s++)
        {
            Compare($"gradient by input {s}", actual[s], Differences(forward, inputs, sources[s], cotangent), tolerance);
        }

        if (tape)
        {
            // The same ops, in another order: where they compute in float32, their last digits differ.
            CompareWithTape(f, inputs, sources, cotangent, actual, tolerance > 1e-6 ? tolerance : 1e-9);
        }
    }

    /// <summary>Checks the derivative of a derivative: that of <c>Σ c·d(½y²)/dx</c>.</summary>
    public static void RunSecond(Func<Tensor[], Tensor> f, Tensor[] inputs, bool unknownBatch = false, int[]? batched = null, double tolerance = 1e-6)
    {
        Tensor First(Tensor[] x)
        {
            var y = f(x);
            var sources = Differentiated(x).ToArray();
            var dx = Gradients.Of([y], sources, Graph.Current!.Nodes, Graph.Current.Regions, [y]);
            Tensor? sum = null;
            for (var i = 0; i < dx.Length; i++)
            {
                if (dx[i] is { } d)
                {
                    var weight = GradientCase.Sample(inputs[Array.IndexOf(x, sources[i])].Shape, 0.5, 1.5, seed: 11 + i);
                    var part = RawOps.Sum(RawOps.Mul(d, weight), RawOps.Constant([.. Enumerable.Range(0, d.Rank)]));
                    sum = sum is null ? part : RawOps.AddV2(sum, part);
                }
            }

            return sum!;
        }

        Run(First, inputs, unknownBatch, batched, tolerance, tape: false);
    }

    public static Tensor[] Placeholders(Graph graph, Tensor[] inputs, bool unknownBatch, int[]? batched) =>
        [.. inputs.Select((t, i) => graph.Placeholder(t.DType, unknownBatch && t.Rank > 0 && batched?.Contains(i) != false ? t.Shape.With(0, -1) : t.Shape, $"x{i}"))];

    private static IEnumerable<Tensor> Differentiated(IEnumerable<Tensor> inputs) => inputs.Where(t => t.DType == DataType.Float64);

    private static void CompareWithTape(Func<Tensor[], Tensor> f, Tensor[] inputs, Tensor[] sources, Tensor cotangent, Tensor?[] expected, double tolerance)
    {
        using var tape = new GradientTape();
        foreach (var source in sources)
        {
            tape.Watch(source);
        }

        var gradients = tape.Gradient(f(inputs), sources, cotangent);
        for (var i = 0; i < sources.Length; i++)
        {
            Compare($"the tape's gradient by input {i}", gradients[i], expected[i]?.ToArray<double>() ?? new double[sources[i].Size], tolerance);
        }
    }

    /// <summary>Differences of the fourth order: four runs an element.</summary>
    private static double[] Differences(KerasNet.Backends.IExecutable forward, Tensor[] inputs, Tensor source, Tensor cotangent)
    {
        var at = Array.IndexOf(inputs, source);
        var moved = (Tensor[])inputs.Clone();
        var result = new Tensor?[1];
        double Loss(int element, double change)
        {
            var values = source.ToArray<double>();
            values[element] += change;
            moved[at] = Tensor.Create<double>(values, source.Shape);
            result[0] = null;
            forward.Run(moved, result);
            var sum = 0.0;
            var y = result[0]!.AsSpan<double>();
            var weights = cotangent.AsSpan<double>();
            for (var i = 0; i < y.Length; i++)
            {
                sum += y[i] * weights[i];
            }

            return sum;
        }

        return [.. Enumerable.Range(0, (int)source.Size).Select(i =>
            ((8 * (Loss(i, Step) - Loss(i, -Step))) - (Loss(i, 2 * Step) - Loss(i, -2 * Step))) / (12 * Step))];
    }

    private static void Compare(string what, Tensor? actual, double[] expected, double tolerance)
    {
        var values = actual?.ToArray<double>() ?? new double[expected.Length];
        Assert.That(values, Has.Length.EqualTo(expected.Length), what);
        for (var i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i] - expected[i]) <= tolerance * (1 + Math.Abs(expected[i]))))
            {
                Assert.Fail($"{what}{(actual is null ? " (none flows)" : string.Empty)}, element {i} of {values.Length}: expected {expected[i]:R}, received {values[i]:R}");
            }
        }
    }
}

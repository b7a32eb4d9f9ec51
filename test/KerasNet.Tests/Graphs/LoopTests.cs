using KerasNet.Backends;
using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>Loops in a trace and on values: lengths, effects, what is moved out of them.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class LoopTests(string backend) : BackendFixture(backend)
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    public void TheLengthIsKnownWhenItRuns(int length)
    {
        using var step = Compile([(-1, -1, 2), (-1, 2)], x =>
        {
            var (last, ys) = RawOps.Scan((c, e) => ([RawOps.AddV2(c[0], e[0])], [RawOps.Mul(c[0], e[0]), RawOps.AddV2(c[0], e[0])]), [x[1]], [x[0]]);
            return [last[0], .. ys];
        });
        var xs = Tensor.Create<float>([.. Enumerable.Range(1, length * 6).Select(i => (float)i)], [length, 3, 2]);
        var start = Tensor.Create<float>([1, 2, 3, 4, 5, 6], [3, 2]);

        var results = Run(step, 3, xs, start);

        var now = RawOps.Scan((c, e) => ([RawOps.AddV2(c[0], e[0])], [RawOps.Mul(c[0], e[0]), RawOps.AddV2(c[0], e[0])]), [start], [xs]);
        Assert.Multiple(() =>
        {
            Assert.That(results[0].ToArray<float>(), Is.EqualTo(now.Carry[0].ToArray<float>()));
            Assert.That(results[1].Shape, Is.EqualTo(new TensorShape(length, 3, 2)));
            Assert.That(results[1].ToArray<float>(), Is.EqualTo(now.Ys[0].ToArray<float>()));
            Assert.That(results[2].ToArray<float>(), Is.EqualTo(now.Ys[1].ToArray<float>()));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void AssignmentsInABodyHappenAfterIt(bool traced)
    {
        var sum = new KerasVariable(Tensor.Create([10f], TensorShape.Scalar), "sum", trainable: false);
        Tensor[] Trace(Tensor[] x)
        {
            var before = sum.Value * 1;
            var (_, ys) = RawOps.Scan(
                (c, e) =>
                {
                    sum.Assign(sum.Value + e[0]);
                    return ([], [sum.Value * 2]);
                },
                [],
                [x[0]]);
            return [before, ys[0], sum.Value * 1];
        }

        Tensor[] results;
        if (traced)
        {
            using var step = Compile([-1], Trace);
            results = Run(step, 3, TestFloats(1, 2, 3));
        }
        else
        {
            results = Trace([TestFloats(1, 2, 3)]);
        }

        Assert.Multiple(() =>
        {
            Assert.That((float)results[0], Is.EqualTo(10));
            Assert.That(results[1].ToArray<float>(), Is.EqualTo(new float[] { 22, 26, 32 }));
            Assert.That((float)results[2], Is.EqualTo(16));
            Assert.That((float)sum.Value, Is.EqualTo(16));
        });
    }

    [Test]
    public void ASeedGeneratorMovesOnWithEachStep()
    {
        var (seeds, again) = (new SeedGenerator(3), new SeedGenerator(3));
        using var step = Compile([-1], x => [RawOps.Scan((_, e) => ([], [RandomOps.Normal([4], seed: seeds)]), [], [x[0]]).Ys[0], RandomOps.Normal([4], seed: seeds)]);
        var results = Run(step, 2, TestFloats(0, 0, 0));
        var expected = Enumerable.Range(0, 4).SelectMany(_ => RandomOps.Normal([4], seed: again).ToArray<float>()).ToArray();

        Assert.That(results[0].ToArray<float>().Concat(results[1].ToArray<float>()), Is.EqualTo(expected).Within(1e-6));
        Assert.That(seeds.State.Value.ToArray<long>(), Is.EqualTo(new long[] { 3, 4 }));
    }

    [Test]
    public void ABodyReadsVariables()
    {
        var factor = new KerasVariable(Tensor.Create([3f], TensorShape.Scalar), "factor");
        using var step = Compile([-1], x => [RawOps.Scan((_, e) => ([], [e[0] * factor]), [], [x[0]]).Ys[0]]);

        Assert.That(Run(step, 1, TestFloats(1, 2))[0].ToArray<float>(), Is.EqualTo(new float[] { 3, 6 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void ATapeInABodyKnowsVariables(bool assigned)
    {
        // The gradient of Σ (2w·x)², in parts: of each x by itself, where w stays or moves.
        var w = new KerasVariable(Tensor.Create([3f], TensorShape.Scalar), "w");
        using var step = Compile([-1], x => [RawOps.Scan(
            (_, e) =>
            {
                using var tape = new GradientTape();
                var loss = Ops.Square(w.Value * 2 * e[0]);
                var gradient = tape.Gradient(loss, w)!;
                if (assigned)
                {
                    w.Assign(w.Value + 1);
                }

                return ([], [gradient]);
            },
            [],
            [x[0]]).Ys[0]]);

        Assert.That(Run(step, 1, TestFloats(1, 2))[0].ToArray<float>(), Is.EqualTo(new float[] { 8 * 3, 8 * 4 * (assigned ? 4 : 3) }));
    }

    [Test]
    public void ACountedLoopStops()
    {
        using var step = Compile([TensorShape.Scalar], x => RawOps.While(
            c => RawOps.Less(c[0], RawOps.Scalar(5)),
            c => [RawOps.AddV2(c[0], RawOps.Scalar(1)), RawOps.Mul(c[1], RawOps.AddV2(x[0], x[0]))],
            [RawOps.Scalar(0), x[0]]));
        var results = Run(step, 2, Tensor.Create([1.5f], TensorShape.Scalar));

        Assert.That(((int)results[0], (float)results[1]), Is.EqualTo((5, 1.5f * 243)));
    }

    [Test]
    public void WhatDoesNotChangeIsComputedOutside()
    {
        var graph = new Graph();
        using var tracing = graph.Enter();
        var (x, w) = (graph.Placeholder(DataType.Float32, (-1, -1, 3), "x"), graph.Placeholder(DataType.Float32, (3, 3), "w"));
        var (last, _) = RawOps.Scan((c, e) => ([RawOps.Tanh(RawOps.AddV2(e[0], RawOps.MatMul(c[0], RawOps.Square(w))))], []), [x[0]], [x]);
        Gradients.Of([last[0]], [w], graph.Nodes, []);
        var loops = graph.Nodes.Where(n => n.Definition is ScanOp).ToArray();

        Assert.That(loops, Has.Length.EqualTo(2));
        Assert.That(graph.Nodes.Count(n => n.Definition is SquareOp), Is.EqualTo(1), "the square of the kernel");
        Assert.That(graph.Nodes.Count(n => n.Definition is MatMulOp), Is.EqualTo(1), "the kernel's gradient is one product");
        Assert.That(Array.ConvertAll(loops, l => l.Attr<FunctionBody>("body").Graph.Nodes.Count(n => n.Definition is MatMulOp && Reachable.From(n.Graph!, l.Attr<FunctionBody>("body").Outputs, []).Contains(n))), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public void ABodyKeepsTypesAndNumbers() => Assert.Multiple(() =>
    {
        using var tracing = new Graph().Enter();
        Assert.That(() => RawOps.Scan((c, e) => ([RawOps.Cast(c[0], DataType.Int32)], []), [TestFloats(1)], [TestFloats(1, 2)]), Throws.ArgumentException.With.Message.Contains("Received: int32"));
        var variable = new KerasVariable(TestFloats(1), "v");
        Assert.That(() => RawOps.While(c => { variable.Assign(c[0]); return RawOps.Less(RawOps.Scalar(1), RawOps.Scalar(2)); }, c => c, [TestFloats(1)]), Throws.ArgumentException.With.Message.Contains("must not assign"));
        Assert.That(() => RawOps.Scan((c, e) => ([], []), [TestFloats(1)], [TestFloats(1, 2)]), Throws.ArgumentException.With.Message.Contains("Expected: 1. Received: 0"));
        Assert.That(() => RawOps.Scan((c, e) => (c, []), [], [TestFloats(1), TestFloats(1, 2)]), Throws.ArgumentException.With.Message.Contains("axis 0"));
    });

    private static Tensor TestFloats(params float[] values) => Tensor.Create<float>(values, values.Length);

    private static IExecutable Compile(TensorShape[] shapes, Func<Tensor[], Tensor[]> trace)
    {
        var graph = new Graph();
        Tensor[] inputs = [.. shapes.Select((s, i) => graph.Placeholder(DataType.Float32, s, $"x{i}"))];
        using var tracing = graph.Enter();
        var outputs = trace(inputs);
        return Keras.Backend.Compile(graph, inputs, outputs, [.. graph.Updates]);
    }

    private static Tensor[] Run(IExecutable step, int outputs, params Tensor[] inputs)
    {
        var results = new Tensor?[outputs];
        step.Run(inputs, results);
        return results!;
    }
}

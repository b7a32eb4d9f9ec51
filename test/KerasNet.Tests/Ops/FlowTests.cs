using System.Text.Json;
using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>Loops and branches of <see cref="Ops"/>, on values and in a trace, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class FlowTests(string backend) : BackendFixture(backend)
{
    private static readonly Lazy<JsonElement> _golden = new(() => Golden.Json("flow/flow.json"));

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensors>> _cases = new()
    {
        ["scan"] = (a, b) => Walk(a, b, false),
        ["scan_reverse"] = (a, b) => Walk(a, b, true),
        ["while"] = (a, b) => Ops.WhileLoop(s => Ops.Sum(Ops.Abs(s)) < 40f, s => (s * 1.7f) + Ops.Sum(b), a),
        ["while_max"] = (a, b) => Ops.WhileLoop(s => Ops.Sum(Ops.Abs(s)) < 400f, s => (Ops.Sin(s) * 1.7f) + Ops.Sum(b), a, maximumIterations: 3),
        ["fori"] = (a, b) => Ops.ForiLoop(1, 4, (i, s) => Ops.MatMul(s, b) * Ops.Cast(i, DataType.Float32), a),
        ["cond"] = (a, b) => Ops.Cond(Ops.Sum(a) > 0, () => a * 2f, () => Ops.MatMul(a, b)),
        ["cond_not"] = (a, b) => Ops.Cond(Ops.Sum(a) < 0, () => a * 2f, () => Ops.MatMul(a, b)),
        ["switch"] = (a, b) => Ops.Switch(1, [t => t[0], t => Ops.MatMul(t[0], t[1])], a, b),
        ["map"] = (a, b) => Ops.Map(e => Ops.Sum(e * Ops.MatMul(Ops.ExpandDims(e, 0), b)[0]), a),
        ["vectorized_map"] = (a, b) => Ops.VectorizedMap(e => Ops.Sum(e * e), a),
        ["associative_scan"] = (a, b) => Ops.AssociativeScan((p, q) => p * q, a),
        ["associative_scan_reverse"] = (a, b) => Ops.AssociativeScan((p, q) => p + q, a, reverse: true, axis: 1),
    };

    public static IEnumerable<string> Names => _cases.Keys;

    [TestCaseSource(nameof(Names))]
    public void AgreesWithKerasOnValues(string name)
    {
        var (a, b) = (GoldenTensor.Read(_golden.Value.GetProperty("x")), GoldenTensor.Read(_golden.Value.GetProperty("w")));
        using var tape = new GradientTape();
        tape.Watch(a);
        tape.Watch(b);
        var ys = _cases[name](a, b);
        var loss = ys.Select(y => Ops.Sum(Ops.Sin(y))).Aggregate((p, q) => p + q);
        Compare(name, [.. ys], tape.Gradient(loss, [a, b]));
    }

    [TestCaseSource(nameof(Names))]
    public void AgreesWithKerasInATrace(string name)
    {
        foreach (var unknown in new[] { false, true })
        {
            var graph = new Graph();
            var a = graph.Placeholder(DataType.Float32, (unknown ? -1 : 5, 2), "a");
            var b = graph.Placeholder(DataType.Float32, (2, 2), "b");
            using var tracing = graph.Enter();
            Tensor[] ys = [.. _cases[name](a, b)];
            var loss = ys.Select(y => Ops.Sum(Ops.Sin(y))).Aggregate((p, q) => p + q);
            var gradients = Gradients.Of([loss], [a, b], [.. graph.Nodes], graph.Regions);
            using var step = Keras.Backend.Compile(graph, [a, b], [.. ys, .. gradients.OfType<Tensor>()], []);
            var results = new Tensor?[ys.Length + gradients.Count(g => g is not null)];
            step.Run([GoldenTensor.Read(_golden.Value.GetProperty("x")), GoldenTensor.Read(_golden.Value.GetProperty("w"))], results);
            var next = ys.Length;
            Compare(name, results[..ys.Length]!, Array.ConvertAll(gradients, g => g is null ? null : results[next++]));
        }
    }

    [Test]
    public void DirectionalDerivatives()
    {
        var (x, w) = (GoldenTensor.Read(_golden.Value.GetProperty("x")), GoldenTensor.Read(_golden.Value.GetProperty("w")));
        Tensor F(Tensor a) => Ops.Sin(Ops.MatMul(a, w));
        var (y, t) = Ops.Jvp(F, x, Ops.OnesLike(x));
        var expected = _golden.Value.GetProperty("jvp").GetProperty("outputs");
        GoldenTensor.AreClose([y, t], expected, "jvp");

        var graph = new Graph();
        using var tracing = graph.Enter();
        var a = graph.Placeholder(DataType.Float32, (-1, 2), "a");
        (y, t) = Ops.Jvp(F, a, Ops.OnesLike(a));
        using var step = Keras.Backend.Compile(graph, [a], [y, t], []);
        var results = new Tensor?[2];
        step.Run([x], results);
        GoldenTensor.AreClose(results!, expected, "jvp in a trace");
    }

    [Test]
    public void AModelMayHoldThem()
    {
        var x = Keras.Input(4);
        var p = Keras.Input([], batchSize: 1, dtype: DataType.Float32);
        float[,] ones = { { 1, 1, 1, 1 }, { 1, 1, 1, 1 } };
        float[] Predict(Tensors y) => ((Tensor)new Model(x, y).Predict(ones)).ToArray<float>();

        Assert.Multiple(() =>
        {
            Assert.That(Predict(Ops.ForiLoop(0, 3, (i, s) => s * 2, x)), Is.EqualTo(Enumerable.Repeat(8f, 8)));
            Assert.That(Predict(Ops.Map(a => Ops.Sum(a), x)), Is.EqualTo(new float[] { 4, 4 }));
            Assert.That(Predict(Ops.WhileLoop(i => Ops.Sum(i) < 50, i => i + 1, x)), Is.EqualTo(Enumerable.Repeat(7f, 8)));
            Assert.That(Predict(Ops.Scan((c, e) => (c + e, c * e), Ops.Zeros(4), x).Ys), Is.EqualTo(new float[] { 0, 0, 0, 0, 1, 1, 1, 1 }));
            Assert.That(Predict(Ops.Switch(1, [a => a + 1, a => a - 1], x)), Is.EqualTo(Enumerable.Repeat(0f, 8)));
            Assert.That(Predict(Ops.AssociativeScan((a, b) => a + b, x, axis: 1)), Is.EqualTo(new float[] { 1, 2, 3, 4, 1, 2, 3, 4 }));
            Assert.That(Predict(Ops.AssociativeScan((a, b) => a + b, x)), Is.EqualTo(new float[] { 1, 1, 1, 1, 2, 2, 2, 2 }));
            Assert.That(Predict(Ops.CustomGradient(a => (a * 3, d => d))(x)), Is.EqualTo(Enumerable.Repeat(3f, 8)));
            var chosen = Ops.Cond(p[0] > 0, () => x + 1, () => x - 1);
            Assert.That(chosen.Shape, Is.EqualTo(new TensorShape(-1, 4)));
        });
    }

    [Test]
    public void WhatABranchAssignsIsAssignedAfterIt()
    {
        var (count, other) = (Variable(1), Variable(5));
        var graph = new Graph();
        using var tracing = graph.Enter();
        var x = graph.Placeholder(DataType.Float32, TensorShape.Scalar, "x");
        var y = Ops.Cond(
            x > 0,
            () =>
            {
                count.Assign(count.Value + x);
                return count.Value * 10;
            },
            () =>
            {
                other.Assign(x);
                return Ops.Zeros([]);
            });
        var after = count.Value + other.Value;
        using var step = Keras.Backend.Compile(graph, [x], [y, after], [.. graph.Updates]);
        using var untraced = Graph.Leave();
        Assert.Multiple(() =>
        {
            Assert.That(Run(step, 2), Is.EqualTo(new float[] { 30, 8 }));
            Assert.That(Run(step, -4), Is.EqualTo(new float[] { 0, -1 }));
            Assert.That(((float)count.Value, (float)other.Value), Is.EqualTo((3f, -4f)));
        });
    }

    [Test]
    public void OnlyTheChosenBranchRuns()
    {
        var graph = new Graph();
        using var tracing = graph.Enter();
        var x = graph.Placeholder(DataType.Float32, TensorShape.Scalar, "x");
        var y = Ops.Cond(x > 0, () => RawOps.CheckNumerics(Ops.Log(x), "log"), () => x);
        using var step = Keras.Backend.Compile(graph, [x], [y], []);
        var result = new Tensor?[1];

        step.Run([Tensor.Create([-1f], TensorShape.Scalar)], result);

        Assert.That((float)result[0]!, Is.EqualTo(-1));
    }

    [Test]
    public void Vectorizes() => Assert.Multiple(() =>
    {
        Assert.That(Ops.Vectorize((a, b) => a + b)(new float[] { 1, 2, 3 }, 2f).ToArray<float>(), Is.EqualTo(new float[] { 3, 4, 5 }));
        Assert.That(Ops.Vectorize((a, b) => Ops.Where(a > b, a - b, a + b))(new float[,] { { 1 }, { 4 } }, new float[] { 2, 3 }).ToArray<float>(), Is.EqualTo(new float[] { 3, 4, 2, 1 }));
        Assert.That(Ops.Vectorize((a, b) => Ops.Sum(a * b), signature: "(n),(n)->()")(new float[,] { { 1, 2 }, { 3, 4 } }, new float[] { 1, 10 }).ToArray<float>(), Is.EqualTo(new float[] { 21, 43 }));
        Assert.That(Ops.Vectorize(t => t[0] * Ops.Sum(t[1]), excluded: [1])([new float[] { 1, 2 }, new float[] { 1, 2 }]).ToArray<float>(), Is.EqualTo(new float[] { 3, 6 }));
        Assert.That(() => Ops.Vectorize(a => a, signature: "n->n")(new float[] { 1 }), Throws.ArgumentException.With.Message.Contains("gufunc signature"));
    });

    [Test]
    public void AsInKeras() => Assert.Multiple(() =>
    {
        Assert.That((int)(Tensor)Ops.Switch(9, [t => t[0] + t[1], t => t[0] - t[1]], 3, 4), Is.EqualTo(-1));
        Assert.That((int)(Tensor)Ops.Switch(-9, [t => t[0] + t[1], t => t[0] - t[1]], 3, 4), Is.EqualTo(7));
        Assert.That((int)Ops.WhileLoop(i => i < 5, i => i + 1, 0, maximumIterations: -3), Is.EqualTo(0));
        Assert.That((int)Ops.ForiLoop(6, 2, (i, s) => s + i, 0), Is.EqualTo(0));
        Assert.That(Ops.Scan((c, x) => (c + 1, c), 0f, length: 3).Ys.ToArray<float>(), Is.EqualTo(new float[] { 0, 1, 2 }));
        Assert.That(Ops.Scan((c, x) => (c + x, null), 0f, new float[] { 1, 2 }).Ys.ToArray<float>(), Is.EqualTo(new float[] { 0, 0 }));
        Assert.That((float)Ops.Scan((c, x) => (c + x, c), 2f, Ops.Zeros(0)).Carry, Is.EqualTo(2));
        Assert.That(() => Ops.Scan((c, x) => (c, c), 0f), Throws.ArgumentException.With.Message.Contains("Got no `xs` to scan over and `length` not provided."));
        Assert.That(() => Ops.Scan((c, x) => (c, c), 0f, length: 2, unroll: 0), Throws.ArgumentException.With.Message.Contains("`unroll` must be an positive integer or boolean. Received: unroll=0"));
        Assert.That(() => Ops.Scan((Tensors c, Tensors x) => (c, c), new Tensors([Ops.Zeros([])]), new Tensors([Ops.Zeros(3), Ops.Zeros(4)])), Throws.ArgumentException.With.Message.Contains("axis 0"));
        Assert.That(() => Ops.AssociativeScan((a, b) => a, new Tensors([Ops.Zeros(3), Ops.Zeros(4)])), Throws.ArgumentException.With.Message.Contains("must have the same first dimension"));
        Assert.That(() => Ops.Cond(Ops.Zeros(2) > 0, () => 1f, () => 2f), Throws.ArgumentException.With.Message.Contains("Ops.Where"));
    });

    private static Tensors Walk(Tensor a, Tensor b, bool reverse)
    {
        var (carry, ys) = Ops.Scan((c, e) => (Ops.Tanh(e + Ops.MatMul(Ops.ExpandDims(c, 0), b)[0]), c * e), Ops.Zeros(2), a, reverse: reverse);
        return [carry, ys];
    }

    private static void Compare(string name, Tensor[] ys, Tensor?[] gradients)
    {
        var expected = _golden.Value.GetProperty(name);
        GoldenTensor.AreClose(ys, expected.GetProperty("outputs"), name);
        var by = expected.GetProperty("gradients");
        for (var i = 0; i < gradients.Length; i++)
        {
            if (by[i].ValueKind == JsonValueKind.Null)
            {
                Assert.That(gradients[i]?.ToArray<float>() ?? [], Is.All.Zero, $"{name}, gradient by input {i}"); // a trace looks at both branches
            }
            else
            {
                GoldenTensor.AreClose(gradients[i] ?? Ops.Zeros(GoldenTensor.Read(by[i]).Shape), by[i], $"{name}, gradient by input {i}");
            }
        }
    }

    private static KerasVariable Variable(float value) => new(Tensor.Create([value], TensorShape.Scalar), "v", trainable: false);

    private static float[] Run(KerasNet.Backends.IExecutable step, float x)
    {
        var results = new Tensor?[2];
        step.Run([Tensor.Create([x], TensorShape.Scalar)], results);
        return Array.ConvertAll(results, r => (float)r!);
    }
}

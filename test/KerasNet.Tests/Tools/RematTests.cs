using System.Text.Json;
using KerasNet.Graphs;
using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Tests.Tools;

/// <summary>What is computed again for the gradient gives the same numbers, and is not kept.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RematTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/remat.json");

    [TestCase("full")]
    [TestCase("activations")]
    [TestCase("larger_than")]
    [TestCase("list_of_layers")]
    [TestCase(null)]
    public void NumbersAreKerass(string? mode)
    {
        Sequential model;
        using (new RematScope(mode, outputSizeThreshold: 1, layerNames: ["h"]))
        {
            model = new Sequential([Keras.Input(3), new Dense(4, activation: "tanh") { Name = "h" }, new Dense(2) { Name = "o" }]);
        }

        model.SetWeights([.. model.Weights.Select((w, i) => RecordedModels.Numbers(w.Shape, 7 * i))]);
        model.Compile(new SGD(0.05, momentum: 0.9), "mse");
        var losses = model.Fit(RecordedModels.Numbers((6, 3)), RecordedModels.Numbers((6, 2), 40), epochs: 3, batchSize: 3, shuffle: false, verbose: 0)["loss"];
        var golden = _golden.GetProperty("runs")[1];
        Assert.That(losses, Is.EqualTo(golden.GetProperty("losses").EnumerateArray().Select(l => l.GetDouble())).Within(1e-4));
        GoldenTensor.AreClose([.. model.GetWeights()], golden.GetProperty("weights"), "weights");
    }

    [Test]
    public void EveryKindOfLayerTrainsAsWithout([Values("full", "activations")] string mode)
    {
        IReadOnlyList<double> Losses(string? with)
        {
            using var scope = Keras.Scope(Backend);
            Keras.SetRandomSeed(3);
            using var remat = new RematScope(with);
            var x = Keras.Input((6, 4));
            var y = new Conv1D(4, 3, padding: "same", activation: "relu").Apply(x);
            y = new BatchNormalization().Apply(y);
            y = new Dropout(0.3).Apply(y);
            y = new MultiHeadAttention(2, 2).Apply(y, y);
            y = new LayerNormalization().Apply(y);
            y = new GRU(3, returnSequences: true).Apply(y);
            y = new TimeDistributed(new Dense(3, activation: "gelu", kernelRegularizer: "l2", activityRegularizer: "l1")).Apply(y);
            y = new LSTM(3, unroll: true).Apply(y);
            y = new Sequential([new Dense(5, activation: "elu"), new Dense(1)]).Apply(y);
            var model = new Model(x, y);
            model.Compile(new Adam(0.01), "mse");
            return model.Fit(RecordedModels.Numbers((8, 6, 4)), RecordedModels.Numbers((8, 1), 40), epochs: 3, batchSize: 4, shuffle: false, verbose: 0)["loss"];
        }

        Assert.That(Losses(mode), Is.EqualTo(Losses(null)).Within(1e-5));
    }

    [Test]
    public void NothingInsideIsUsedByTheGradient()
    {
        var kernel = new KerasVariable(RecordedModels.Numbers((3, 3)), "kernel");
        (Graph Graph, int Start, int End, Tensor?[] Gradients) Traced(bool remat)
        {
            Tensor F(Tensor t) => Ops.Sin(Ops.Tanh(Ops.MatMul(Ops.Tanh(Ops.MatMul(t, kernel.Value)), kernel.Value)));
            var made = new Graph();
            var x = made.Placeholder(DataType.Float32, (2, 3), "x");
            using var tracing = made.Enter();
            var start = made.Nodes.Count;
            var y = remat ? Keras.Remat(F)(x) : F(x);
            var end = made.Nodes.Count;
            var loss = Ops.Sum(Ops.Square(y));
            return (made, start, end, Gradients.Of([loss], [x, kernel.Handle], [.. made.Nodes], made.Regions));
        }

        var (plain, _, _, expected) = Traced(remat: false);
        var (graph, from, to, gradients) = Traced(remat: true);
        var results = new[] { (plain, expected), (graph, gradients) }.Select(t =>
        {
            using var executable = Keras.Backend.Compile(t.Item1, [t.Item1.Inputs[0]], [t.Item2[0]!, t.Item2[1]!], []);
            var outputs = new Tensor?[2];
            executable.Run([RecordedModels.Numbers((2, 3))], outputs);
            return outputs.Select(o => o!.ToArray<float>()).ToArray();
        }).ToArray();
        Assert.That(results[1][0], Is.EqualTo(results[0][0]).Within(1e-6));
        Assert.That(results[1][1], Is.EqualTo(results[0][1]).Within(1e-6));

        // What the part computed is used in the part and, its result, after it; the gradient works on copies.
        var inner = graph.Nodes.Skip(from).Take(to - from - 1).Where(n => n.Definition.IsPure).ToHashSet();
        Assert.That(inner, Has.Count.GreaterThan(4));
        Assert.That(graph.Nodes.Skip(to).SelectMany(n => n.Inputs).Where(t => t.Node is not null && inner.Contains(t.Node)), Is.Empty);
        Assert.That(graph.Nodes.Count(n => n.Definition.Name == "Tanh"), Is.EqualTo(4));
    }

    [Test]
    public void ScopesNestAndAreChecked()
    {
        Assert.That(() => new RematScope("all"), Throws.ArgumentException.With.Message.Contains("mode"));
        using (new RematScope())
        {
            Assert.That(RematScope.Current!.Mode, Is.EqualTo("full"));
            using (new RematScope(null))
            {
                Assert.That(RematScope.Current, Is.Null);
            }

            Assert.That(RematScope.Current!.Mode, Is.EqualTo("full"));
        }

        Assert.That(RematScope.Current, Is.Null);
    }

    [Test]
    public void AFunctionInAModel()
    {
        var x = Keras.Input(3);
        var model = new Model(x, Keras.Remat((Tensor t) => Ops.Tanh(t) * 2f)(x));
        Assert.That(((Tensor)model.Predict(Ops.Ones((1, 3)), verbose: 0)).ToArray<float>(), Is.All.EqualTo(2 * Math.Tanh(1)).Within(1e-6));
        using var tape = new GradientTape();
        Tensor v = 1f;
        tape.Watch(v);
        var y = Keras.Remat((Tensors t) => t[0] * t[0] * t[0])(v).Single();
        Assert.That(tape.Gradient(y, v)!.ToDouble(), Is.EqualTo(3).Within(1e-6));
    }
}

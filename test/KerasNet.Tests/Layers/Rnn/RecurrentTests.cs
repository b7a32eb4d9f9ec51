using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.Rnn;

/// <summary>SimpleRNN, LSTM and GRU against recordings of real Keras: outputs, states, gradients, with masks and backwards.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class RecurrentTests(string backend) : BackendFixture(backend)
{
    private static JsonArray Cases => JsonNode.Parse(File.ReadAllText(Path.Combine(Golden.Repository, "test", "golden", "rnn", "rnn.json")))!.AsArray();

    public static IEnumerable<int> Numbers => Enumerable.Range(0, Cases.Count);

    [TestCaseSource(nameof(Numbers))]
    public void AgreesWithKeras(int number)
    {
        var golden = Cases[number]!.AsObject();
        var layer = (Recurrent)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = golden["layer"]!.GetValue<string>(), ["config"] = golden["config"]!.DeepClone() }, typeof(Layer));
        var x = Read(golden["x"]!);
        var mask = golden["mask"] is JsonArray m
            ? Tensor.From(m.SelectMany(r => r!.AsArray()).Select(v => v!.GetValue<bool>()).ToArray()).View([m.Count, m[0]!.AsArray().Count])
            : null;
        layer.Apply(x);
        layer.SetWeights([.. golden["weights"]!.AsArray().Select(w => Read(w!))]);
        using var tape = new GradientTape();
        tape.Watch(x);
        var outputs = layer.Apply(x, mask: mask);
        Tensor? total = null;
        for (var i = 0; i < outputs.Count; i++)
        {
            Near(outputs[i], golden["outputs"]![i]!);
            var size = (int)outputs[i].Size;
            var cotangent = Tensor.Create<float>([.. Enumerable.Range(0, size).Select(k => (float)(-1 + (2.0 * k / (size - 1))))], outputs[i].Shape);
            var sum = Ops.Sum(outputs[i] * cotangent);
            total = total is null ? sum : total + sum;
        }

        var gradients = tape.Gradient(total!, [x, .. layer.TrainableWeights.Select(w => w.Handle)]);
        for (var i = 0; i < gradients.Length; i++)
        {
            Near(gradients[i]!, golden["gradients"]![i]!);
        }
    }

    [Test]
    public void ATrainedLstmLearnsAndStatesDeconstruct()
    {
        var random = new Random(1);
        var x = new float[64, 6, 1];
        var y = new float[64];
        for (var i = 0; i < 64; i++)
        {
            for (var t = 0; t < 6; t++)
            {
                x[i, t, 0] = (float)random.NextDouble();
                y[i] += x[i, t, 0] / 6;
            }
        }

        Keras.SetRandomSeed(1);
        var model = new Sequential([Keras.Input((6, 1)), new LSTM(8), new Dense(1)]);
        model.Compile(new KerasNet.Optimizers.Adam(0.02), "mse");
        var losses = model.Fit(x, y, epochs: 30, verbose: 0)["loss"];
        Assert.That(losses[^1], Is.LessThan(losses[0] / 5));
        var (all, h, c) = new LSTM(3, returnSequences: true, returnState: true).Apply(Tensor.From(x));
        Assert.That((all.Shape.ToString(), h.Shape.ToString(), c.Shape.ToString()), Is.EqualTo(("(64, 6, 3)", "(64, 3)", "(64, 3)")));
    }

    [Test]
    public void StatefulLayersGoOnUntilTheirStatesAreReset()
    {
        var layer = new GRU(2, stateful: true);
        var x = Tensor.From(new float[,,] { { { 1, 2 }, { 3, 4 } } });
        var first = layer.Apply(x).Single().ToArray<float>();
        var second = layer.Apply(x).Single().ToArray<float>();
        layer.ResetStates();
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(layer.Apply(x).Single().ToArray<float>(), Is.EqualTo(first));
    }

    [Test]
    public void AnUnknownLengthSaysWhatToDo() =>
        Assert.That(() => new LSTM(2).Apply(Keras.Input((null, 3))), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Declare it in Keras.Input"));

    private static Tensor Read(JsonNode node) => Tensor.Create<float>(
        [.. node["data"]!.AsArray().Select(v => v!.GetValue<float>())], new TensorShape([.. node["shape"]!.AsArray().Select(d => d!.GetValue<int>())]));

    private static void Near(Tensor actual, JsonNode golden)
    {
        var expected = Read(golden);
        Assert.That(actual.Shape, Is.EqualTo(expected.Shape));
        var (a, b) = (actual.ToArray<float>(), expected.ToArray<float>());
        for (var i = 0; i < a.Length; i++)
        {
            Assert.That(a[i], Is.EqualTo(b[i]).Within(1e-5 + (1e-4 * Math.Abs(b[i]))), $"element {i}");
        }
    }
}

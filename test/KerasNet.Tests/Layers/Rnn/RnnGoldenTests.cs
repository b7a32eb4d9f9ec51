using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Tests.Rnn;

/// <summary>Recurrent layers against recordings of real Keras: configs, weights, outputs, states, gradients; on values, unrolled and in a loop.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
[KerasNet.Tests.EachLayer.TestsLayers(
    typeof(SimpleRNN), typeof(LSTM), typeof(GRU), typeof(SimpleRNNCell), typeof(LSTMCell), typeof(GRUCell), typeof(RNN), typeof(StackedRNNCells))]
public sealed class RnnGoldenTests(string backend) : BackendFixture(backend)
{
    private static readonly string[] s_files = ["rnn.json", "wrappers.json", "conv_lstm.json"];

    public static IEnumerable<TestCaseData> Cases => s_files.SelectMany(file => RnnGolden.All(file).Select((golden, i) =>
        new TestCaseData(golden).SetArgDisplayNames($"{file} {i} {golden}")));

    [TestCaseSource(nameof(Cases))]
    public void ConfigAndWeights(object recorded)
    {
        var golden = (RnnGolden)recorded;
        var layer = golden.Layer();
        var holdsModel = golden.Config["layer"]?["class_name"]?.GetValue<string>() == "Sequential"; // configs of models have their own tests
        Assert.That(holdsModel || JsonNode.DeepEquals(layer.GetConfig(), golden.Config), $"{layer.GetConfig().ToJsonString()}\n{golden.Config.ToJsonString()}");
        Assert.That(layer.Weights.Select(w => (w.Path, w.Name, w.Shape)), Is.EqualTo(golden.Weights.Select(w => (w.Path, w.Name, w.Value.Shape))));
    }

    /// <summary>Missing seeds are drawn in Keras's order.</summary>
    [Test]
    public void FirstWeightsAreKerass()
    {
        var cases = s_files.SelectMany(RnnGolden.All).Where(g => g.Seed is not null).ToList();
        Assert.That(cases, Is.Not.Empty);
        foreach (var golden in cases)
        {
            Keras.SetRandomSeed(golden.Seed!.Value);
            Layer layer = golden.Class switch
            {
                "LSTM" => new LSTM(4),
                "GRU" => new GRU(3),
                "SimpleRNN" => new SimpleRNN(3),
                "Bidirectional" => new Bidirectional(new LSTM(2)),
                _ => new ConvLSTM2D(2, 3),
            };
            layer.BuildInside([golden.X.Shape]);
            foreach (var (weight, expected) in layer.GetWeights().Zip(golden.Weights))
            {
                RnnGolden.Near(weight, expected.Value, expected.Path);
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void OnValues(object recorded)
    {
        var golden = (RnnGolden)recorded;
        if (golden.Seed is not null)
        {
            return;
        }

        var layer = golden.Layer();
        var (x, states) = (golden.X, golden.States);
        using var tape = new GradientTape();
        tape.Watch(x);
        foreach (var state in states ?? new Tensors([]))
        {
            tape.Watch(state);
        }

        Tensor? total = null;
        foreach (var expected in golden.Calls)
        {
            var outputs = golden.Call(layer, x, golden.Mask, states);
            Assert.That(outputs, Has.Count.EqualTo(expected.Count));
            total = null;
            for (var i = 0; i < outputs.Count; i++)
            {
                RnnGolden.Near(outputs[i], expected[i], $"output {i}");
                var sum = Ops.Sum(outputs[i] * RnnGolden.Cotangent(outputs[i].Shape));
                total = total is null ? sum : total + sum;
            }
        }

        var gradients = tape.Gradient(total!, [x, .. layer.TrainableWeights.Select(w => w.Handle), .. states ?? new Tensors([])]);
        for (var i = 0; i < gradients.Length; i++)
        {
            RnnGolden.Near(gradients[i] ?? throw new AssertionException($"gradient {i} is missing"), golden.Gradients[i]!, $"gradient {i}");
        }
    }

    /// <summary>A model of declared length has the steps in its graph.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Unrolled(object recorded) => InAGraph((RnnGolden)recorded, known: true);

    /// <summary>A model of unknown length has a loop in its graph.</summary>
    [TestCaseSource(nameof(Cases))]
    public void InALoop(object recorded) => InAGraph((RnnGolden)recorded, known: false);

    private static void InAGraph(RnnGolden golden, bool known)
    {
        var layer = golden.Layer();
        var x = golden.X;
        if (golden.Seed is not null || (layer is RNN { Unroll: true } && !known))
        {
            return;
        }

        var stateful = golden.Config.ContainsKey("stateful") && golden.Config["stateful"]!.GetValue<bool>();
        var input = Keras.Input(known ? x.Shape[1..] : x.Shape[1..].With(0, -1), batchSize: stateful ? x.Shape[0] : null);
        var inputs = new List<Tensor> { input };
        var data = new List<Tensor> { x };
        Tensor? mask = null;
        if (golden.Mask is { } given)
        {
            inputs.Add(mask = Keras.Input(known ? given.Shape[1..] : given.Shape[1..].With(0, -1), dtype: DataType.Bool));
            data.Add(given);
        }

        Tensors? states = null;
        if (golden.States is { } first)
        {
            states = new Tensors(first.AsEnumerable().Select(s => Keras.Input(s.Shape[1..])));
            inputs.AddRange(states);
            data.AddRange(first);
        }

        var outputs = golden.Call(layer, input, mask, states);
        for (var i = 0; i < outputs.Count; i++)
        {
            Assert.That(outputs[i].Shape.IsCompatibleWith(golden.Calls[0][i].Shape), $"symbolic shape {outputs[i].Shape}");
        }

        using var model = new Model(inputs.ToArray(), outputs);
        if (!golden.Training)
        {
            foreach (var expected in golden.Calls)
            {
                var predicted = model.Predict(data.ToArray(), verbose: 0);
                for (var i = 0; i < expected.Count; i++)
                {
                    RnnGolden.Near((Tensor)predicted[i], expected[i], $"output {i}");
                }
            }
        }

        if ((golden.HasDropout && !golden.Training) || stateful || golden.Calls.Count > 1)
        {
            return;
        }

        // A step of plain descent with rate 1 on the weighted sum of the outputs shows the gradients.
        var rows = outputs.AsEnumerable().Select((y, i) => Ops.Reshape(y * RnnGolden.Cotangent(golden.Calls[0][i].Shape), new TensorShape(x.Shape[0], -1))).ToArray();
        using var trained = new Model(inputs.ToArray(), rows.Length == 1 ? rows[0] : Ops.Concatenate(rows, 1));
        trained.Compile(new KerasNet.Optimizers.SGD(1.0), (yTrue, yPred) => Ops.Sum(yPred));
        var before = layer.GetWeights();
        trained.TrainOnBatch(data.ToArray(), Ops.Zeros((x.Shape[0], golden.Calls[0].Sum(y => (int)y.Shape.Size) / x.Shape[0])));
        foreach (var (old, now, gradient, weight) in before.Zip(layer.GetWeights(), golden.Gradients.Skip(1)).Zip(layer.Weights, (z, w) => (z.First, z.Second, z.Third, w)))
        {
            Assert.That((old - now).ToArray<float>(), Is.EqualTo(gradient!.ToArray<float>()).Within(2e-5).Or.EqualTo(gradient.ToArray<float>()).Within(0.02).Percent, weight.Path);
        }
    }
}

using KerasNet.Layers;

namespace KerasNet.Tests.Rnn;

/// <summary>Recurrent layers: own cells, training, kept states, precision, wrong input.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class RnnTests(string backend) : BackendFixture(backend)
{
    private static readonly Tensor s_sequence = Tensor.From(new float[,,] { { { 1, 2 }, { 3, 4 } } });

    [Test]
    public void ATrainedLstmLearnsAndStatesDeconstruct()
    {
        var random = new System.Random(1);
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
        var first = layer.Apply(s_sequence).Single().ToArray<float>();
        var second = layer.Apply(s_sequence).Single().ToArray<float>();
        layer.ResetStates();
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(layer.Apply(s_sequence).Single().ToArray<float>(), Is.EqualTo(first));
        Assert.That(layer.States!.Select(s => (s.Name, s.Trainable)), Is.EqualTo(new[] { ("rnn_state", false) }));
        Assert.That(layer.Weights, Has.Count.EqualTo(3));
    }

    [Test]
    public void AModelResetsTheStatesOfItsLayers()
    {
        var input = Keras.Input((2, 2), batchSize: 1);
        var layer = new Bidirectional(new LSTM(2, stateful: true));
        using var model = new Model(input, layer.Apply(input));
        float[] Next() => ((Tensor)model.Predict(s_sequence, verbose: 0)[0]).ToArray<float>();
        var (first, second) = (Next(), Next());
        Assert.That(second, Is.Not.EqualTo(first));
        model.ResetStates();
        Assert.That(Next(), Is.EqualTo(first));
    }

    [Test]
    public void GradientsAreThoseOfSmallDifferences([Values("LSTM", "GRU", "GRU before", "SimpleRNN", "ConvLSTM2D", "Bidirectional")] string name)
    {
        Keras.SetRandomSeed(3);
        Layer layer = name switch
        {
            "LSTM" => new LSTM(2, returnSequences: true) { DType = "float64" },
            "GRU" => new GRU(2) { DType = "float64" },
            "GRU before" => new GRU(2, resetAfter: false) { DType = "float64" },
            "SimpleRNN" => new SimpleRNN(2, goBackwards: true) { DType = "float64" },
            "ConvLSTM2D" => new ConvLSTM2D(1, 2) { DType = "float64" },
            _ => new Bidirectional(new GRU(2) { DType = "float64" }, mergeMode: "mul") { DType = "float64" },
        };
        TensorShape shape = name == "ConvLSTM2D" ? (2, 3, 3, 3, 1) : (2, 3, 2);
        var x = Ops.Reshape(Ops.Sin(Ops.Cast(Ops.Arange(0, (int)shape.Size), DataType.Float64)), shape);
        Tensor Loss() => Ops.Sum(Ops.Sin(layer.Apply((Tensors)x).Single() * 2.0));
        Loss();
        using var tape = new GradientTape();
        var gradients = tape.Gradient(Loss(), layer.TrainableWeights);
        for (var w = 0; w < gradients.Length; w++)
        {
            var (variable, values) = (layer.TrainableWeights[w], layer.TrainableWeights[w].Value.ToArray<double>());
            for (var i = 0; i < values.Length; i += 3)
            {
                double At(double step)
                {
                    double[] moved = [.. values];
                    moved[i] += step;
                    variable.Assign(Tensor.Create<double>(moved, variable.Shape));
                    return Loss().ToArray<double>()[0];
                }

                var difference = (At(1e-5) - At(-1e-5)) / 2e-5;
                variable.Assign(Tensor.Create<double>(values, variable.Shape));
                Assert.That(gradients[w]!.ToArray<double>()[i], Is.EqualTo(difference).Within(1e-6), $"{variable.Path}, element {i}");
            }
        }
    }

    [Test]
    public void AnOwnCellIsTrained()
    {
        Saving.KerasObjects.Register<MinimalCell>();
        var layer = new RNN(new MinimalCell(3), returnSequences: true);
        var file = System.Text.Json.Nodes.JsonNode.Parse(Saving.ObjectSerializer.Serialize(layer).ToJsonString())!.AsObject();
        Assert.That(Saving.ObjectSerializer.Deserialize(file, typeof(Layer)) is RNN { Cell: MinimalCell { Units: 3 }, ReturnSequences: true });
        var model = new Sequential([Keras.Input((4, 2)), layer, new Dense(1)]);
        Assert.That(layer.Weights.Select(w => w.Path), Is.EqualTo(new[] { "rnn/minimal_cell/kernel", "rnn/minimal_cell/recurrent_kernel" }).Or.All.Contain("minimal_cell/"));
        var x = Ops.Reshape(Ops.Arange(0, 16) / 16f, (2, 4, 2));
        model.Compile(new KerasNet.Optimizers.SGD(0.05), "mse");
        var losses = model.Fit(x.Numpy(), (float[,,])new float[2, 4, 1], epochs: 20, verbose: 0)["loss"];
        Assert.That(losses[^1], Is.LessThan(losses[0]));
    }

    [Test]
    public void ACellIsALayerOfItsOwn()
    {
        var cell = new LSTMCell(3);
        var (y, h, c) = cell.Apply(Tensor.From(new float[,] { { 1, 2 } }), [Ops.Zeros((1, 3)), Ops.Zeros((1, 3))]);
        Assert.That(y.ToArray<float>(), Is.EqualTo(h.ToArray<float>()));
        Assert.That(c.Shape, Is.EqualTo((TensorShape)(1, 3)));
        var stacked = new RNN([new LSTMCell(3), new GRUCell(2)], returnState: true);
        Assert.That(stacked.Apply(s_sequence).Select(t => t).AsEnumerable().Select(t => t.Shape.ToString()), Is.EqualTo(new[] { "(1, 2)", "(1, 3)", "(1, 3)", "(1, 2)" }));
        Assert.That(() => cell.Apply(Tensor.From(new float[,] { { 1, 2 } })), Throws.ArgumentException.With.Message.Contains("2 state(s)"));
    }

    [Test]
    public void MixedPrecisionKeepsWeightsWide()
    {
        var layer = new LSTM(3, returnState: true) { DType = "mixed_float16" };
        var outputs = layer.Apply(s_sequence, initialState: [Ops.Zeros((1, 3)), Ops.Zeros((1, 3))]);
        Assert.That(outputs.AsEnumerable().Select(o => o.DType), Is.All.EqualTo(DataType.Float16));
        Assert.That(layer.Weights.Select(w => w.DType), Is.All.EqualTo(DataType.Float32));
        Assert.That(layer.Cell.DType.Name, Is.EqualTo("mixed_float16"));
    }

    [Test]
    public void WrongInputSaysWhatToDo()
    {
        Assert.That(() => new LSTM(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LSTM(2).Apply(Ops.Zeros((2, 3))), Throws.ArgumentException.With.Message.Contains("expected ndim=3, found ndim=2"));
        Assert.That(() => new LSTM(2).Apply(Ops.Zeros((2, 0, 3))), Throws.ArgumentException.With.Message.Contains("without time steps"));
        Assert.That(() => new LSTM(2, unroll: true).Apply(Keras.Input((null, 3))), Throws.ArgumentException.With.Message.Contains("cannot unroll"));
        Assert.That(() => new LSTM(2, stateful: true).Apply(Keras.Input((4, 3))), Throws.ArgumentException.With.Message.Contains("batch size must be static"));
        Assert.That(() => new LSTM(2).Apply(s_sequence, initialState: [Ops.Zeros((1, 2))]), Throws.ArgumentException.With.Message.Contains("2 state(s)"));
        Assert.That(() => new RNN([]), Throws.ArgumentException);
        var stateful = new GRU(2, stateful: true);
        stateful.Apply(s_sequence);
        Assert.That(() => stateful.Apply(Ops.Zeros((2, 2, 2))), Throws.ArgumentException.With.Message.Contains("Expected batch size: 1. Received batch size: 2"));
        Assert.That(new LSTM(2, dropout: 1.5, recurrentDropout: -1) is { Dropout: 1, RecurrentDropout: 0 });
    }

    private sealed class MinimalCell(int units) : RNNCell
    {
        private KerasVariable _kernel = null!, _recurrent = null!;

        public int Units { get; } = units;

        public override IReadOnlyList<int> StateSize => [Units];

        protected override void Build(TensorShape input)
        {
            _kernel = AddWeight("kernel", [input[^1], Units]);
            _recurrent = AddWeight("recurrent_kernel", [Units, Units]);
        }

        protected override (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context)
        {
            var output = Ops.MatMul(x, _kernel) + Ops.MatMul(states[0], _recurrent);
            return (output, output);
        }
    }
}

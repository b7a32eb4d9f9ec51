using KerasNet.Training;

namespace KerasNet.Tests.Training;

/// <summary>Training steps that users write, as they override them in Keras.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class OwnStepTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1, 2 }, { 1, 0, 1 }, { 1, 1, 0 }, { 0, 0, 1 }, { 2, 1, 1 }, { 1, 2, 0 } };
    private static readonly float[] _y = [1, 0, 1, 0, 2, 1];

    [Test]
    public void AStepOfItsOwnTrainsAsTheBuiltInOne()
    {
        var own = new Steps();
        own.Compile(new KerasNet.Optimizers.SGD(0.1));
        own.Predict(_x, verbose: 0);
        var plain = new Sequential([Keras.Input(3), new KerasNet.Layers.Dense(1)]);
        plain.SetWeights(own.GetWeights());
        plain.Compile(new KerasNet.Optimizers.SGD(0.1), "mse", metrics: ["mae"]);
        var expected = plain.Fit(_x, _y, epochs: 3, batchSize: 2, shuffle: false, verbose: 0);
        var history = own.Fit(_x, _y, epochs: 3, batchSize: 2, shuffle: false, verbose: 0);
        Assert.That(history.Keys, Is.EqualTo(new[] { "last", "loss", "mae" }));
        Assert.That(history["loss"], Is.EqualTo(expected["loss"]).Within(1e-5));
        Assert.That(history["mae"], Is.EqualTo(expected["mae"]).Within(1e-5));
        Assert.That(own.GetWeights()[0].ToArray<float>(), Is.EqualTo(plain.GetWeights()[0].ToArray<float>()).Within(1e-5f));
        Assert.That(history["last"][0], Is.Not.EqualTo(history["loss"][0]), "the last batch, not the mean");
    }

    [Test]
    public void WithoutALossEvaluateSaysSo()
    {
        var own = new Steps();
        own.Compile("sgd");
        Assert.That(() => own.Evaluate(_x, _y, verbose: 0), Throws.InvalidOperationException.With.Message.Contains("no loss"));
    }

    [Test]
    public void RunEagerlyGivesTheSameAndMayLookAtValues()
    {
        var compiled = Two();
        var eager = Two();
        eager.SetWeights(compiled.GetWeights());
        compiled.Compile(new KerasNet.Optimizers.Adam(0.05), "mse", metrics: ["mae"]);
        eager.Compile(new KerasNet.Optimizers.Adam(0.05), "mse", metrics: ["mae"], runEagerly: true);
        var expected = compiled.Fit(_x, _y, epochs: 2, batchSize: 4, shuffle: false, verbose: 0, validationData: (_x, _y));
        var history = eager.Fit(_x, _y, epochs: 2, batchSize: 4, shuffle: false, verbose: 0, validationData: (_x, _y));
        foreach (var name in expected.Keys)
        {
            Assert.That(history[name], Is.EqualTo(expected[name]).Within(1e-4), name);
        }

        Assert.That(((Tensor)eager.Predict(_x, verbose: 0, batchSize: 4)).ToArray<float>(), Is.EqualTo(((Tensor)compiled.Predict(_x, verbose: 0)).ToArray<float>()).Within(1e-4f));
        var looking = new Looking();
        looking.Compile("sgd", "mse", runEagerly: true);
        looking.Fit(_x, _y, verbose: 0, batchSize: 3);
        Assert.That(looking.Seen, Is.EqualTo(2));
    }

    [Test]
    public void LossAndMetricsOfItsOwn()
    {
        var input = Keras.Input(3);
        var model = new Doubled(input, new KerasNet.Layers.Dense(1).Apply(input));
        model.Compile(new KerasNet.Optimizers.SGD(0), "mse");
        var logs = model.Evaluate(_x, _y, verbose: 0);
        Assert.That(logs.Keys, Is.EqualTo(new[] { "loss", "spread" }));
        var predicted = ((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>();
        Assert.That(logs["loss"], Is.EqualTo(2 * predicted.Zip(_y, (p, y) => Math.Pow(p - y, 2)).Average()).Within(1e-4));
        Assert.That(logs["spread"], Is.EqualTo(predicted.Max() - predicted.Min()).Within(1e-5));
    }

    [Test]
    public void LossesAndMetricsOfLayersCount()
    {
        var input = Keras.Input(3);
        var z = new Watching().Apply(new KerasNet.Layers.Dense(4).Apply(input));
        var model = new Model(input, new Tensors([new KerasNet.Layers.Dense(1) { Name = "a" }.Apply(z), new KerasNet.Layers.Dense(1) { Name = "b" }.Apply(z)]));
        model.Compile("sgd", ["mse", "mae"], lossWeights: [1, 2], metrics: [["mae"], ["mse", "mae"]], weightedMetrics: [["mae"], []]);
        var logs = model.Evaluate(_x, [_y, _y], verbose: 0);
        Assert.That(logs.Keys, Is.EqualTo(new[] { "loss", "a_loss", "b_loss", "spread", "a_mae", "a_weighted_mae", "b_mae", "b_mse" }), "the order of Keras 3.15");
        var added = ((Tensor)new Model(input, z).Predict(_x, verbose: 0)).ToArray<float>();
        Assert.That(logs["loss"], Is.EqualTo(logs["a_loss"] + (2 * logs["b_loss"]) + (0.1 * added.Average(v => v * v))).Within(1e-4));
        Assert.That(logs["spread"], Is.EqualTo(added.Average()).Within(1e-5));
        model.Compile("sgd");
        Assert.That(model.TrainOnBatch(_x, [_y, _y]).Keys, Is.EqualTo(new[] { "loss", "spread" }), "the losses of layers are enough");
    }

    [Test]
    public void TwoPlayersTrainInOneStep()
    {
        var model = new Players();
        model.Compile("sgd");
        var history = model.Fit(_x, epochs: 2, batchSize: 3, verbose: 0);
        Assert.That(history.Keys, Is.EqualTo(new[] { "critic", "maker" }));
        Assert.That(history["critic"], Has.All.GreaterThan(0));
    }

    [Test]
    public void AStepThatReturnsNothingIsAnError()
    {
        var model = new Silent();
        model.Compile("sgd");
        Assert.That(() => model.Fit(_x, _y, verbose: 0), Throws.InvalidOperationException.With.Message.Contains("returned no value").And.Message.Contains("StepLogs"));
    }

    private static Sequential Two() => new([Keras.Input(3), new KerasNet.Layers.Dense(4, activation: "tanh"), new KerasNet.Layers.Dense(1)]);

    private sealed class Steps : Model
    {
        private readonly KerasNet.Layers.Dense _dense = new(1);
        private readonly KerasNet.Metrics.Mean _loss = new("loss");
        private readonly KerasNet.Metrics.MeanAbsoluteError _mae = new(name: "mae");

        public override IReadOnlyList<KerasNet.Metrics.Metric> Metrics => [_loss, _mae];

        protected override Tensor Call(Tensor x, KerasNet.Layers.CallContext context) => _dense.Apply(x);

        public override StepLogs TrainStep(StepData data)
        {
            var (x, y) = data;
            using var tape = new GradientTape();
            var predicted = Ops.Squeeze(Apply(x, training: true), -1);
            var loss = Ops.Mean(Ops.Square(predicted - y));
            Optimizer!.Apply(tape.Gradient(loss, TrainableWeights), TrainableWeights);
            _loss.UpdateState(loss, Ops.Cast(Ops.Shape(x[0])[0], DataType.Float32));
            _mae.UpdateState(y, predicted);
            return new StepLogs { ["loss"] = _loss.Result(), ["mae"] = _mae.Result(), ["last"] = loss };
        }
    }

    private sealed class Looking : Model
    {
        private readonly KerasNet.Layers.Dense _dense = new(1);

        public int Seen { get; private set; }

        protected override Tensor Call(Tensor x, KerasNet.Layers.CallContext context)
        {
            Seen += double.IsFinite(Ops.Sum(x).ToDouble()) ? 1 : 0;
            return _dense.Apply(x);
        }
    }

    private sealed class Doubled(Tensors inputs, Tensors outputs) : Model(inputs, outputs)
    {
        public override Tensor ComputeLoss(Tensors? x = null, Tensors? y = null, Tensors? yPred = null, Tensors? sampleWeight = null, bool training = true) =>
            base.ComputeLoss(x, y, yPred, sampleWeight, training) * 2.0;

        public override StepLogs ComputeMetrics(Tensors x, Tensors? y, Tensors yPred, Tensors? sampleWeight = null)
        {
            var logs = base.ComputeMetrics(x, y, yPred, sampleWeight);
            logs["spread"] = Ops.Max(yPred) - Ops.Min(yPred);
            return logs;
        }
    }

    private sealed class Watching : KerasNet.Layers.Layer
    {
        private readonly KerasNet.Metrics.Mean _spread = new("spread");

        protected override Tensor Call(Tensor x, KerasNet.Layers.CallContext context)
        {
            AddLoss(0.1 * Ops.Mean(Ops.Square(x)));
            _spread.UpdateState(Ops.Mean(x));
            return x;
        }
    }

    /// <summary>A critic is updated, then a maker against the updated critic.</summary>
    private sealed class Players : Model
    {
        private readonly Sequential _maker = new([Keras.Input(3), new KerasNet.Layers.Dense(3)]);
        private readonly Sequential _critic = new([Keras.Input(3), new KerasNet.Layers.Dense(1)]);
        private readonly KerasNet.Optimizers.SGD _makers = new(0.1);

        public override StepLogs TrainStep(StepData data)
        {
            var x = data.X;
            Tensor critic, maker;
            using (var tape = new GradientTape())
            {
                critic = Ops.Mean(Ops.Square(_critic.Apply(x) - 1.0)) + Ops.Mean(Ops.Square(_critic.Apply(_maker.Apply(x))));
                Optimizer!.Apply(tape.Gradient(critic, _critic.TrainableWeights), _critic.TrainableWeights);
            }

            using (var tape = new GradientTape())
            {
                maker = Ops.Mean(Ops.Square(_critic.Apply(_maker.Apply(x)) - 1.0));
                _makers.Apply(tape.Gradient(maker, _maker.TrainableWeights), _maker.TrainableWeights);
            }

            return new StepLogs { ["critic"] = critic, ["maker"] = maker };
        }
    }

    private sealed class Silent : Model
    {
        private readonly KerasNet.Layers.Dense _dense = new(1);

        protected override Tensor Call(Tensor x, KerasNet.Layers.CallContext context) => _dense.Apply(x);

        public override StepLogs TrainStep(StepData data) => [];
    }
}

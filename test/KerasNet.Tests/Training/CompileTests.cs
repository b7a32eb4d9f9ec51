using KerasNet.Training;

namespace KerasNet.Tests.Training;

/// <summary>What Compile takes, and what Fit makes of it.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class CompileTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 0 }, { 2, 1 } };
    private static readonly float[] _y = [1, 0, 1, 0, 2];

    [Test, NonParallelizable]
    public void TrainableTakesEffectAtTheNextCompileAndFitWarns()
    {
        var model = Two();
        model.Compile(new KerasNet.Optimizers.SGD(0.1), "mse");
        model.Layers[0].Trainable = false;
        var first = model.Layers[0].GetWeights()[0].ToArray<float>();
        Assert.That(Warnings(() => model.Fit(_x, _y, verbose: 0)), Does.Contain("Trainable").And.Contain(model.Layers[0].Name).And.Contain("Compile"));
        var second = model.Layers[0].GetWeights()[0].ToArray<float>();
        Assert.That(second, Is.Not.EqualTo(first), "Compile came before the change");
        model.Compile(new KerasNet.Optimizers.SGD(0.1), "mse");
        Assert.That(Warnings(() => model.Fit(_x, _y, verbose: 0)), Is.Empty);
        Assert.That(model.Layers[0].GetWeights()[0].ToArray<float>(), Is.EqualTo(second));
    }

    [Test]
    public void OneLossForEachOutputByListAndByName()
    {
        var model = Heads();
        model.Compile("sgd", new Dictionary<string, KerasNet.Losses.Loss> { ["a"] = "mse", ["b"] = "mae" }, lossWeights: new Dictionary<string, double> { ["b"] = 3 }, metrics: new Dictionary<string, string> { ["b"] = "mae" });
        Data y = new Dictionary<string, Data> { ["b"] = _y, ["a"] = _y };
        var logs = model.Evaluate(_x, y, verbose: 0);
        Assert.That(logs.Keys, Is.EqualTo(new[] { "loss", "a_loss", "b_loss", "b_mae" }));
        Assert.That(logs["loss"], Is.EqualTo(logs["a_loss"] + (3 * logs["b_loss"])).Within(1e-5));
        model.Compile("sgd", ["mse", null], metrics: [["mae"], ["mse"]]);
        Assert.That(model.Evaluate(_x, [_y, _y], verbose: 0).Keys, Is.EqualTo(new[] { "loss", "a_mae", "b_mse" }));
    }

    [Test]
    public void WrongNumbersOfLossesAreNamed()
    {
        var model = Heads();
        void Train(LossSpec loss, LossWeights? weights = null, MetricSpec? metrics = null)
        {
            model.Compile("sgd", loss, weights, metrics);
            model.Fit(_x, [_y, _y], verbose: 0);
        }

        Assert.That(() => Train(new Dictionary<string, string> { ["a"] = "mse", ["c"] = "mae" }), Throws.ArgumentException.With.Message.Contains("'c'").And.Message.Contains("a, b"));
        Assert.That(() => Train(new Dictionary<string, string> { ["b"] = "mse" }), Throws.ArgumentException.With.Message.Contains("Expected keys a, b"));
        Assert.That(() => Train(["mse", "mae", "mse"]), Throws.ArgumentException.With.Message.Contains("3").And.Message.Contains("a, b"));
        Assert.That(() => Train("mse", [1]), Throws.ArgumentException.With.Message.Contains("2 losses").And.Message.Contains("1 weights"));
        Assert.That(() => Train("mse", null, ["mae"]), Throws.ArgumentException.With.Message.Contains("metrics").And.Message.Contains("a, b"));
    }

    [Test]
    public void StepsPerExecutionCallsBackOncePerGroup()
    {
        var model = Two();
        model.Compile("sgd", "mse", stepsPerExecution: 2);
        var calls = new List<string>();
        model.Fit(_x, _y, batchSize: 2, verbose: 0, callbacks: [new KerasNet.Callbacks.LambdaCallback(onTrainBatchBegin: b => calls.Add($"b{b}"), onTrainBatchEnd: (b, _) => calls.Add($"e{b}"))]);
        Assert.That(calls, Is.EqualTo(new[] { "b0", "e1", "b2", "e2" }));
        Assert.That(model.Optimizer!.Iterations.Value.ToDouble(), Is.EqualTo(3));
    }

    [Test]
    public void MixedFloat16ScalesTheLoss()
    {
        using var scope = Keras.Scope();
        Keras.Config.DTypePolicy = "mixed_float16";
        var model = Two();
        model.Compile("sgd", "mse");
        Assert.That(model.Optimizer, Is.InstanceOf<KerasNet.Optimizers.LossScaleOptimizer>().With.Property("Name").EqualTo("loss_scale_optimizer"));
        Assert.That(model.Fit(_x, _y, verbose: 0)["loss"][0], Is.GreaterThan(0));
        model.Compile("sgd", "mse", autoScaleLoss: false);
        Assert.That(model.Optimizer, Is.InstanceOf<KerasNet.Optimizers.SGD>());
    }

    [Test, NonParallelizable]
    public void JitCompileSaysThatThereIsNone()
    {
        Assert.That(Warnings(() => Two().Compile("sgd", "mse", jitCompile: true)), Does.Contain("jitCompile").And.Contain("XLA"));
        Assert.That(Warnings(() => Two().Compile("sgd", "mse", jitCompile: false)), Is.Empty);
    }

    [Test]
    public void MetricsOfSeveralNumbersKeepThem()
    {
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(3, activation: "softmax")]);
        model.Compile("sgd", "categorical_crossentropy", metrics: [new KerasNet.Metrics.F1Score()]);
        float[,] y = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 1, 0, 0 }, { 0, 1, 0 } };
        var history = model.Fit(_x, y, epochs: 2, verbose: 0, validationData: (_x, y));
        Assert.That(history.Elements("f1_score"), Has.Count.EqualTo(2));
        Assert.That(history.Elements("val_f1_score")[1], Has.Count.EqualTo(3));
        Assert.That(history["f1_score"][0], Is.EqualTo(history.Elements("f1_score")[0].Average()).Within(1e-6), "the bar shows the mean");
        Assert.That(history.Elements("loss")[1], Is.EqualTo(new[] { history["loss"][1] }));
    }

    [Test]
    public void TheSecondMetricOfANameIsNumbered()
    {
        var model = Two();
        model.Compile("sgd", "mse", metrics: ["mae", "mae"], weightedMetrics: ["mae"]);
        Assert.That(model.Evaluate(_x, _y, verbose: 0).Keys, Is.EqualTo(new[] { "loss", "mae", "mae_1", "weighted_mae" }));
    }

    [Test]
    public void MetricsOfTheModelAreReadAfterwards()
    {
        var model = Two();
        model.Compile("sgd", "mse", metrics: ["mae"]);
        var logs = model.Evaluate(_x, _y, verbose: 0);
        Assert.That(model.Metrics.Select(m => m.Name), Is.EqualTo(new[] { "loss", "mae" }));
        Assert.That(model.GetMetricsResult()["loss"].ToDouble(), Is.EqualTo(logs["loss"]).Within(1e-5));
        Assert.That(model.GetMetricsResult()["mae"].ToDouble(), Is.EqualTo(logs["mae"]).Within(1e-5));
        model.ResetMetrics();
        Assert.That(model.GetMetricsResult()["mae"].ToDouble(), Is.Zero);
    }

    /// <summary>As Keras 3.15: <c>train_on_batch</c> and <c>test_on_batch</c> reset the metrics first.</summary>
    [Test]
    public void BatchesAreReportedAlone()
    {
        var model = Two();
        model.Compile(new KerasNet.Optimizers.SGD(0.0), "mse", metrics: ["mae"]);
        var (x, y) = (new float[,] { { 3, 1 }, { 0, 2 } }, new float[] { 2, 1 });
        var alone = model.Evaluate(x, y, verbose: 0);
        model.TrainOnBatch(_x, _y);
        Assert.That(model.TrainOnBatch(x, y)["mae"], Is.EqualTo(alone["mae"]).Within(1e-5));
        model.TestOnBatch(_x, _y);
        Assert.That(model.TestOnBatch(x, y)["loss"], Is.EqualTo(alone["loss"]).Within(1e-5));
    }

    [Test]
    public void AddingALayerTracesAnew()
    {
        var model = Two();
        model.Compile("sgd", "mse");
        model.Fit(_x, _y, verbose: 0);
        model.Add(new KerasNet.Layers.Dense(3));
        Assert.That(model.Predict(_x, verbose: 0).Shape, Is.EqualTo(new TensorShape(5, 3)));
        model.Compile("sgd", "mse");
        Assert.That(model.Fit(_x, new float[5, 3], verbose: 0)["loss"], Has.Count.EqualTo(1));
        Assert.That(model.Pop(), Is.InstanceOf<KerasNet.Layers.Dense>());
        Assert.That(model.Predict(_x, verbose: 0).Shape, Is.EqualTo(new TensorShape(5, 1)));
    }

    [Test]
    public void WeightsThatAreHandedOutAreCopies()
    {
        var model = Two();
        var before = model.GetWeights()[0].ToArray<float>();
        model.GetWeights()[0].Numpy()[0, 0] = 99f;
        model.Layers[0].Weights[0].Numpy()[0, 0] = 98f;
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.EqualTo(before));
    }

    private static string Warnings(Action act)
    {
        var text = new StringWriter();
        var before = Console.Error;
        Console.SetError(text);
        try
        {
            act();
        }
        finally
        {
            Console.SetError(before);
        }

        return text.ToString();
    }

    private static Sequential Two()
    {
        Keras.SetRandomSeed(5);
        return new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(4, activation: "tanh"), new KerasNet.Layers.Dense(1)]);
    }

    private static Model Heads()
    {
        var input = Keras.Input(2);
        return new Model(input, new Tensors([new KerasNet.Layers.Dense(1) { Name = "a" }.Apply(input), new KerasNet.Layers.Dense(1) { Name = "b" }.Apply(input)]));
    }
}

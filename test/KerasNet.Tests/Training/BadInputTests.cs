using KerasNet.Layers;

namespace KerasNet.Tests.Training;

/// <summary>What users get wrong, and what they are told: the layer or model, what was expected, what came, what to do.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class BadInputTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1, 2 }, { 1, 0, 1 }, { 1, 1, 0 }, { 0, 0, 1 } };
    private static readonly float[] _y = [1, 0, 1, 0];

    [Test]
    public void WrongRank()
    {
        Says(() => Compiled().Fit(new float[4, 3, 2], _y, verbose: 0), "mlp", "(None, 3)", "(None, 3, 2)", "Reshape");
        Says(() => Compiled().Predict(new float[4], verbose: 0), "mlp", "(None, 3)", "(None,)", "Reshape");
        Says(() => new Conv2D(4, 3) { Name = "conv_1" }.Apply(Keras.Input(784)), "conv_1", "expected", "(None, 784)", "Reshape");
        Says(() => new LSTM(4) { Name = "lstm_1" }.Apply(Keras.Input(784)), "lstm_1", "ndim=3", "(None, 784)");
    }

    [Test]
    public void WrongFeatureCount()
    {
        Says(() => Compiled().Fit(new float[4, 5], _y, verbose: 0), "mlp", "(None, 3)", "(None, 5)");
        var dense = new Dense(2) { Name = "head" };
        dense.Apply(Keras.Input(3));
        Says(() => dense.Apply(new float[2, 4]), "head", "value 3", "(2, 4)");
        Says(() => new Add { Name = "sum" }.Apply([Keras.Input((2, 3)), Keras.Input((2, 4))]), "sum", "(2, 3)", "(2, 4)");
    }

    [Test]
    public void WrongDType()
    {
        Says(() => Compiled().Fit(new[] { "a", "b", "c", "d" }, _y, verbose: 0), "mlp", "float32", "string");
        Says(() => Compiled().Fit(_x, new[] { "a", "b", "c", "d" }, verbose: 0), "string");
    }

    [Test]
    public void WrongNumbersOfSamplesAndArrays()
    {
        Says(() => Compiled().Fit(_x, new float[3], verbose: 0), "cardinality", "4", "3");
        Says(() => Compiled().Fit(_x, _y, sampleWeight: new float[2], verbose: 0), "cardinality", "sample_weight", "2");
        Says(() => Compiled().Fit(_x, _y, validationData: (_x, new float[1]), verbose: 0), "cardinality", "1");
        Says(() => Compiled().Fit([_x, _x], _y, verbose: 0), "mlp", "1 input", "2 array");
        Says(() => Compiled().Fit(_x, [_y, _y], verbose: 0), "1 output", "2 target");
        Says(() => Compiled().Fit(_x, _y, validationSplit: 0.999, verbose: 0), "validationSplit");
        Says(() => Compiled().Fit(_x, _y, batchSize: 0, verbose: 0), "batchSize", "0");
    }

    [Test]
    public void NoData()
    {
        Says(() => Compiled().Fit(new float[0, 3], Array.Empty<float>(), verbose: 0), "empty");
        Says(() => Compiled().Predict(new float[0, 3], verbose: 0), "empty");
        Says(() => Compiled().Fit(_x, verbose: 0), "mlp", "loss", "no y");
        Says(() => Compiled().Fit(BatchSource.From(Array.Empty<Batch>()), verbose: 0), "generator", "no batch");
        Says(() => Compiled().Fit(3f * Ops.Ones([]), _y, verbose: 0), "single number");
    }

    [TestCase("mse", "element by element")]
    [TestCase("binary_crossentropy", "element by element")]
    [TestCase("mae", "element by element")]
    public void WrongTargetShape(string loss, string what)
    {
        Says(() => Compiled(loss).Fit(_x, new float[4, 3], verbose: 0), "dense_out", "(None, 1)", "(None, 3)", what);
        Says(() => Compiled(loss, units: 5).Fit(_x, _y, verbose: 0), "dense_out", "(None, 5)", "(None,)", "sparse");
    }

    [Test]
    public void ClassNumbersForAOneHotLoss() => Says(() => Compiled("categorical_crossentropy", units: 5).Fit(_x, _y, verbose: 0), "categorical_crossentropy", "(None, 5)", "sparse loss");

    [Test]
    public void BeforeCompile()
    {
        var model = Mlp();
        foreach (Action act in new Action[] { () => model.Fit(_x, _y, verbose: 0), () => model.Evaluate(_x, _y, verbose: 0), () => model.TrainOnBatch(_x, _y), () => model.TestOnBatch(_x, _y) })
        {
            Assert.That(act, Throws.InvalidOperationException.With.Message.Contains("Compile()").And.Message.Contains("mlp"));
        }

        Assert.That(() => model.Predict(_x, verbose: 0), Throws.Nothing);
    }

    [Test]
    public void UnknownNames()
    {
        Says(() => { Mlp().Compile("adm", "mse"); return null; }, "optimizer", "'adm'", "'adam'");
        Says(() => { Mlp().Compile("adam", "mean_square_error"); return null; }, "loss", "mean_squared_error");
        Says(() => { var m = Mlp(); m.Compile("adam", "mse", metrics: ["acuracy_of"]); return m.Fit(_x, _y, verbose: 0); }, "metric", "'acuracy_of'");
        Says(() => new Dense(3, activation: "rleu"), "activation", "'relu'");
        Says(() => new Dense(3, kernelInitializer: "he_norml"), "initializer", "'he_normal'");
        Says(() => new Conv2D(3, 3, padding: "smae"), "padding", "same");
        Says(() => Keras.Scope(backend: "torch"), "'torch'", "managed");
    }

    [Test]
    public void AdamIsAdam()
    {
        var model = Mlp();
        model.Compile("adam", "categorical_crossentropy");
        Assert.That(model.Optimizer, Is.InstanceOf<KerasNet.Optimizers.Adam>());
    }

    [Test]
    public void BrokenGraphs()
    {
        var (a, b) = (Keras.Input(3, name: "a"), Keras.Input(3, name: "b"));
        var sum = new Add().Apply([a, b]);
        Says(() => new Model(a, sum), "disconnected", "'b'", "a");
        Says(() => new Model(new Tensors([a, b]), new Tensors([new Dense(1) { Name = "same" }.Apply(a), new Dense(1) { Name = "same" }.Apply(b)])), "'same'", "unique");
        Says(() => new Sequential([Keras.Input(3), new Dense(1) { Name = "same" }, new Dense(1) { Name = "same" }]), "'same'", "unique");
        Says(() => new Model(Ops.Ones([2, 3]), sum), "Keras.Input");
        var other = Mlp();
        Says(() => new Model(a, other.Outputs[0]), "disconnected");
        Assert.That(() => Ops.Sum(a).ToDouble(), Throws.InvalidOperationException.With.Message.Contains("symbolic"));
    }

    [Test]
    public void AnUnusedWeightIsNamedAndStays()
    {
        var input = Keras.Input(3);
        var used = new Dense(1) { Name = "used" };
        var unused = new Dense(1) { Name = "unused" };
        var model = new Model(input, new Tensors([used.Apply(input), unused.Apply(input)]));
        model.Compile("sgd", ["mse", null]);
        var before = unused.GetWeights()[0].ToArray<float>();
        Assert.That(() => model.Fit(_x, [_y, _y], verbose: 0), Throws.Nothing);
        Assert.That(unused.GetWeights()[0].ToArray<float>(), Is.EqualTo(before));
    }

    [Test]
    public void ALossThatIsNoNumberStaysVisible()
    {
        var x = (float[,])_x.Clone();
        x[0, 0] = float.NaN;
        Assert.That(Compiled().Fit(x, _y, verbose: 0)["loss"][0], Is.NaN);
    }

    [Test]
    public void AnEndedScopeOfTwoFits()
    {
        var model = Compiled();
        Assert.That(() => model.Fit(_x, _y, verbose: 0, callbacks: [new KerasNet.Callbacks.LambdaCallback(onEpochEnd: (_, _) => model.Fit(_x, _y, verbose: 0))]), Throws.InvalidOperationException.With.Message.Contains("mlp").And.Message.Contains("another Fit"));
        Assert.That(() => model.Fit(_x, _y, verbose: 0), Throws.Nothing, "the model is free again");
    }

    [Test]
    public void TwoModelsTrainedAtOnceAreAsAlone()
    {
        double[] Train()
        {
            using var scope = Keras.Scope();
            Keras.SetRandomSeed(4);
            return [.. Compiled().Fit(_x, _y, epochs: 20, batchSize: 2, verbose: 0)["loss"]];
        }

        var alone = Train();
        var together = new double[4][];
        Parallel.For(0, together.Length, i => together[i] = Train());
        Assert.That(together, Is.All.EqualTo(alone));
    }

    [Test]
    public void DataOfEveryForm()
    {
        var model = Compiled();
        var expected = ((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>();
        float[][] jagged = [[0, 1, 2], [1, 0, 1], [1, 1, 0], [0, 0, 1]];
        float[] flat = [0, 1, 2, 1, 0, 1, 1, 1, 0, 0, 0, 1];
        var array = NumSharp.np.array(flat).reshape(4, 3);
        double[,] doubles = { { 0, 1, 2 }, { 1, 0, 1 }, { 1, 1, 0 }, { 0, 0, 1 } };
        byte[,] bytes = { { 0, 1, 2 }, { 1, 0, 1 }, { 1, 1, 0 }, { 0, 0, 1 } };
        Data[] forms = [jagged, Data.From<float>(flat, (4, 3)), array, doubles, bytes, (Tensor)array, new Dictionary<string, Data> { [model.Inputs[0].Name!] = _x }];
        foreach (var form in forms)
        {
            Assert.That(((Tensor)model.Predict(form, verbose: 0)).ToArray<float>(), Is.EqualTo(expected));
        }

        Says(() => model.Predict(new Dictionary<string, Data> { ["other"] = _x }, verbose: 0), "Missing data", "other");
        Says(() => model.Predict(Data.From<float>(flat, (5, 3)), verbose: 0), "12", "15");
    }

    [Test]
    public void ManyRowsComeInOneArray()
    {
        var x = new float[100_000, 3];
        x[99_999, 1] = 7;
        var all = ((Tensor)Compiled().Predict(x, batchSize: 4096, verbose: 0)).ToArray<float>();
        Assert.That(all, Has.Length.EqualTo(100_000));
        Assert.That(all[99_999], Is.Not.EqualTo(all[99_998]));
    }

    private static void Says(Func<object?> act, params string[] words)
    {
        var error = Assert.Catch<ArgumentException>(() => act());
        Assert.Multiple(() =>
        {
            foreach (var word in words)
            {
                Assert.That(error!.Message, Does.Contain(word).IgnoreCase);
            }
        });
    }

    private static Sequential Mlp(int units = 1) => new([Keras.Input(3), new Dense(4, activation: "tanh"), new Dense(units) { Name = "dense_out" }]) { Name = "mlp" };

    private static Sequential Compiled(string loss = "mse", int units = 1)
    {
        var model = Mlp(units);
        model.Compile("sgd", loss);
        return model;
    }
}

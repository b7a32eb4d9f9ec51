using NumSharp;

namespace KerasNet.Tests.Training;

[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class FitTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 0 }, { 2, 1 } };
    private static readonly float[] _y = [1, 0, 1, 0, 2];

    [Test]
    public void TheSameSeedGivesTheSameTraining()
    {
        double[] Run()
        {
            using var scope = Keras.Scope();
            Keras.SetRandomSeed(1);
            var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(8, activation: "relu"), new KerasNet.Layers.Dropout(0.5), new KerasNet.Layers.Dense(1)]);
            model.Compile("adam", "mse");
            return [.. model.Fit(_x, _y, epochs: 4, batchSize: 2, verbose: 0)["loss"]];
        }

        var first = Run();
        Assert.That(Run(), Is.EqualTo(first));
    }

    [Test]
    public void TheLastPartialBatchCounts()
    {
        var model = Linear();
        var logs = model.Evaluate(_x, _y, batchSize: 2, verbose: 0);
        double expected = 0;
        var predicted = ((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>();
        for (var i = 0; i < _y.Length; i++)
        {
            expected += Math.Pow(predicted[i] - _y[i], 2) / _y.Length;
        }

        Assert.That(logs["loss"], Is.EqualTo(expected).Within(1e-5));
    }

    [Test]
    public void OutputsOfOneLayerShareALineInTheLogs()
    {
        var input = Keras.Input((3, 2));
        var (sequence, state, _) = new KerasNet.Layers.LSTM(4, returnState: true).Apply(input);
        var model = new Model(input, new Tensors([sequence, state]));
        model.Compile("sgd", loss: (truth, prediction) => Ops.Mean(Ops.Square(truth - prediction), -1));
        var history = model.Fit(np.ones((4, 3, 2)), [np.ones((4, 4)), np.ones((4, 4))], verbose: 0);
        Assert.That(history.Keys, Is.EqualTo(new[] { "loss", "lstm_loss" }));
        Assert.That(history["loss"][0], Is.EqualTo(2 * history["lstm_loss"][0]).Within(1e-5));
    }

    [Test]
    public void FitBeforeCompileSaysSo()
    {
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1)]);
        Assert.That(() => model.Fit(_x, _y, verbose: 0), Throws.InvalidOperationException.With.Message.Contains("Compile()"));
    }

    [Test]
    public void DifferentSampleCountsAreNamed() =>
        Assert.That(() => Linear().Fit(_x, new float[3], verbose: 0), Throws.ArgumentException.With.Message.Contains("cardinality").And.Message.Contains("5").And.Message.Contains("3"));

    [Test]
    public void EmptyDataIsAnError() =>
        Assert.That(() => Linear().Fit(new float[0, 2], Array.Empty<float>(), verbose: 0), Throws.ArgumentException.With.Message.Contains("empty"));

    [Test]
    public void WrongFeatureCountNamesTheLayer() =>
        Assert.That(() => Linear().Fit(new float[5, 3], _y, verbose: 0), Throws.ArgumentException.With.Message.Contains("(None, 2)").And.Message.Contains("3"));

    [Test]
    public void UnknownNamesListTheNearest()
    {
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1)]);
        Assert.That(() => model.Compile("adm", "mse"), Throws.ArgumentException.With.Message.Contains("adam"));
        Assert.That(() => model.Compile("adam", "mean_square_error"), Throws.ArgumentException.With.Message.Contains("mean_squared_error"));
    }

    [Test]
    public void ValidationSplitTakesTheEnd()
    {
        var history = Linear().Fit(_x, _y, epochs: 2, verbose: 0, validationSplit: 0.4);
        Assert.That(history["val_loss"], Has.Count.EqualTo(2));
    }

    [Test]
    public void SampleWeightsOfZeroTeachNothing()
    {
        var model = Linear();
        var before = model.GetWeights()[0].ToArray<float>();
        model.Fit(_x, _y, verbose: 0, sampleWeight: new float[5]);
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.EqualTo(before));
    }

    [Test]
    public void GeneratorsAndCancellation()
    {
        IEnumerable<Batch> Batches()
        {
            while (true)
            {
                yield return (_x, _y);
            }
        }

        var history = Linear().Fit(BatchSource.From(Batches()), epochs: 2, stepsPerEpoch: 3, verbose: 0);
        Assert.That(history["loss"], Has.Count.EqualTo(2));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(() => Linear().Fit(_x, _y, verbose: 0, cancellationToken: source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void SeveralOutputsHaveTheirOwnLosses()
    {
        var input = Keras.Input(2);
        var a = new KerasNet.Layers.Dense(1) { Name = "a" }.Apply(input);
        var b = new KerasNet.Layers.Dense(1) { Name = "b" }.Apply(input);
        var model = new Model(input, new Tensors([a, b]));
        model.Compile("sgd", ["mse", "mae"], lossWeights: [1, 2]);
        var history = model.Fit(_x, [_y, _y], verbose: 0);
        Assert.That(history.Keys, Is.EqualTo(new[] { "a_loss", "b_loss", "loss" }));
        Assert.That(history["loss"][0], Is.EqualTo(history["a_loss"][0] + (2 * history["b_loss"][0])).Within(1e-5));
    }

    [Test]
    public void SixteenThreadsPredictTheSame()
    {
        var model = Linear();
        var expected = ((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>();
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
            Assert.That(((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>(), Is.EqualTo(expected)));
    }

    private static Sequential Linear()
    {
        Keras.SetRandomSeed(3);
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1)]);
        model.Compile("sgd", "mse");
        return model;
    }
}

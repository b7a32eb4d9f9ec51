using System.Net;
using KerasNet.Callbacks;
using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Tests.Callbacks;

/// <summary>Callbacks that set the learning rate, and those that write.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class LoggingTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 0 } };
    private static readonly float[] _y = [1, 0, 1, 0];

    [Test]
    public void TheSchedulerSetsTheRateAndTellsIt()
    {
        var history = Model().Fit(_x, _y, epochs: 3, verbose: 0, callbacks: [new LearningRateScheduler((epoch, rate) => epoch == 0 ? rate : rate / 2)]);
        Assert.That(history["learning_rate"], Is.EqualTo(new[] { 0.1, 0.05, 0.025 }).Within(1e-8));
        history = Model().Fit(_x, _y, epochs: 2, verbose: 0, callbacks: [new LearningRateScheduler(epoch => 0.5 - (0.25 * epoch))]);
        Assert.That(history["learning_rate"], Is.EqualTo(new[] { 0.5, 0.25 }));
    }

    [Test]
    public void ThePlateauLowersTheRateAfterItsPatience()
    {
        var model = Model(rate: 0);
        model.Optimizer!.LearningRate = 1e-30;
        var plateau = new ReduceLROnPlateau(monitor: "loss", factor: 0.5, patience: 2, cooldown: 1, minLr: 0);
        var history = model.Fit(_x, _y, epochs: 8, verbose: 0, callbacks: [plateau]);
        Assert.That(history["learning_rate"].Select(r => Math.Round(r * 1e30, 4)), Is.EqualTo(new[] { 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125 }));
        Assert.That(() => new ReduceLROnPlateau(factor: 1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("factor=1"));
    }

    [Test]
    public void AMetricKnowsWhetherMoreIsBetter()
    {
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1, activation: "sigmoid")]);
        model.Compile(new KerasNet.Optimizers.SGD(0), "mse", metrics: [new KerasNet.Metrics.BinaryAccuracy(name: "hits")]);
        var stop = new EarlyStopping(monitor: "hits", patience: 1);
        Assert.That(model.Fit(_x, _y, epochs: 5, verbose: 0, callbacks: [stop]).Epoch, Has.Count.EqualTo(2), "the same value is not better");
        Assert.That(stop.Best, Is.Not.Null);
    }

    [Test]
    public void AValueOfZeroIsAValue()
    {
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1, kernelInitializer: "zeros")]);
        model.Compile(new KerasNet.Optimizers.SGD(0), "mse");
        var history = model.Fit(_x, new float[4], epochs: 9, verbose: 0, callbacks: [new EarlyStopping(monitor: "loss", patience: 3)]);
        Assert.That(history["loss"], Is.EqualTo(new double[] { 0, 0, 0, 0 }));
    }

    [Test]
    public void TheCsvFileIsPythons()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"log-{Guid.NewGuid():N}.csv");
        var three = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(3, activation: "softmax")]);
        three.Compile("sgd", "categorical_crossentropy", metrics: [new KerasNet.Metrics.F1Score()]);
        float[,] y = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 1, 0, 0 } };
        var history = three.Fit(_x, y, epochs: 2, verbose: 0, callbacks: [new CSVLogger(path)]);
        string Line(int epoch) => $"{epoch},\"\"\"[{string.Join(", ", history.Elements("f1_score")[epoch].Select(v => PythonNumber.Repr((float)v)))}]\"\"\",{PythonNumber.Repr(history["loss"][epoch])},NA,NA\r\n";
        Assert.That(File.ReadAllText(path), Is.EqualTo("epoch,f1_score,loss,val_f1_score,val_loss\r\n" + Line(0) + Line(1)));
        three.Fit(_x, y, epochs: 1, verbose: 0, callbacks: [new CSVLogger(path, append: true)]);
        Assert.That(File.ReadLines(path).Count(), Is.EqualTo(4), "no second header");
        File.Delete(path);
    }

    [Test]
    public void TensorBoardsFilesHaveWhatKerasWrites()
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"board-{Guid.NewGuid():N}");
        var model = Model();
        var history = model.Fit(_x, _y, epochs: 2, batchSize: 2, verbose: 0, validationData: (_x, _y), callbacks: [new TensorBoard(folder, histogramFreq: 1, updateFreq: 2)]);
        var train = EventRecords.All(Path.Combine(folder, "train"));
        Assert.That(train[0].Tag, Is.EqualTo("brain.Event:2"));
        Assert.That(train.Single(e => e.Plugin == "graph_keras_model").Tag, Is.EqualTo("keras"));
        Assert.That(train.Count(e => e.Plugin == "histograms"), Is.EqualTo(8), "four weights, two epochs");
        var scalars = EventRecords.Scalars(Path.Combine(folder, "train"));
        Assert.That(scalars.Select(s => (s.Tag, s.Step)), Is.EqualTo(new[] { ("batch_loss", 2L), ("epoch_loss", 0L), ("epoch_learning_rate", 0L), ("batch_loss", 4L), ("epoch_loss", 1L), ("epoch_learning_rate", 1L) }));
        Assert.That(scalars.Where(s => s.Tag == "epoch_loss").Select(s => s.Value), Is.EqualTo(history["loss"]).Within(1e-6));
        var validation = EventRecords.Scalars(Path.Combine(folder, "validation"));
        Assert.That(validation.Select(s => (s.Tag, s.Step)), Is.EqualTo(new[] { ("evaluation_loss_vs_iterations", 2L), ("epoch_loss", 0L), ("evaluation_loss_vs_iterations", 4L), ("epoch_loss", 1L) }));
        var counts = train.First(e => e.Plugin == "histograms").Content;
        Assert.That(Enumerable.Range(0, 30).Sum(i => BitConverter.ToDouble(counts, (((i * 3) + 2) * 8))), Is.EqualTo(8), "eight weights of the first kernel");
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void TheChecksumIsCrc32C() => Assert.That(EventFile.MaskedCrc("123456789"u8), Is.EqualTo(unchecked(((0xE3069283u >> 15) | (0xE3069283u << 17)) + 0xA282EAD8u)));

    [Test]
    public async Task TheRemoteMonitorSendsEachEpoch()
    {
        using var listener = new HttpListener();
        int port = 20000 + Random.Shared.Next(20000);
        listener.Prefixes.Add($"http://localhost:{port}/");
        listener.Start();
        var received = Task.Run(async () =>
        {
            var context = await listener.GetContextAsync().ConfigureAwait(false);
            using var reader = new StreamReader(context.Request.InputStream);
            string body = await reader.ReadToEndAsync().ConfigureAwait(false);
            context.Response.Close();
            return (context.Request.RawUrl, context.Request.Headers["x-run"], body);
        });
        Model().Fit(_x, _y, epochs: 1, verbose: 0, callbacks: [new RemoteMonitor($"http://localhost:{port}", headers: new Dictionary<string, string> { ["x-run"] = "7" }, sendAsJson: true)]);
        var (url, header, body) = await received.ConfigureAwait(false);
        Assert.That((url, header), Is.EqualTo(("/publish/epoch/end/", "7")));
        Assert.That(body, Does.StartWith("{\"epoch\":0,\"loss\":"));
        listener.Stop();
        Assert.That(() => Model().Fit(_x, _y, epochs: 1, verbose: 0, callbacks: [new RemoteMonitor("http://localhost:1")]), Throws.Nothing);
    }

    [Test]
    public void TheAverageIsInTheModelWhileItIsTested()
    {
        var model = Model();
        model.Compile(new KerasNet.Optimizers.SGD(0.5, useEma: true, emaMomentum: 0.5), "mse");
        model.Fit(_x, _y, epochs: 1, verbose: 0);
        model.Optimizer!.Averages[0].Average.Assign(Ops.Zeros(model.Weights[0].Shape));
        var weights = model.GetWeights()[0].ToArray<float>();
        float[]? seen = null;
        model.Evaluate(_x, _y, verbose: 0, callbacks: [new SwapEMAWeights(), new Look(m => seen = m.GetWeights()[0].ToArray<float>())]);
        Assert.That(seen, Is.All.Zero);
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.EqualTo(weights));
        Assert.That(() => Model().Evaluate(_x, _y, verbose: 0, callbacks: [new SwapEMAWeights()]), Throws.InvalidOperationException.With.Message.Contains("useEma"));
        Assert.That(() => model.Fit(_x, _y, epochs: 2, verbose: 0, callbacks: [new SwapEMAWeights(swapOnEpoch: true)]), Throws.Nothing);
    }

    [Test]
    public void AHistoryThatWasGivenIsFilled()
    {
        var history = new History();
        Assert.That(Model().Fit(_x, _y, epochs: 2, verbose: 0, callbacks: [history]), Is.SameAs(history));
        Assert.That(history["loss"], Has.Count.EqualTo(2));
    }

    [TestCase(1e-05, "1e-05")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(1234567890123456.0, "1234567890123456.0")]
    [TestCase(1e16, "1e+16")]
    [TestCase(-0.1, "-0.1")]
    [TestCase(0.0, "0.0")]
    [TestCase(3.0, "3.0")]
    [TestCase(120.0, "120.0")]
    [TestCase(1.5e-300, "1.5e-300")]
    [TestCase(double.NaN, "nan")]
    public void NumbersAreWrittenAsPythonWritesThem(double value, string text) => Assert.That(PythonNumber.Repr(value), Is.EqualTo(text));

    private static Sequential Model(double rate = 0.1)
    {
        Keras.SetRandomSeed(3);
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(4, activation: "tanh"), new KerasNet.Layers.Dense(1)]);
        model.Compile(new KerasNet.Optimizers.SGD(rate), "mse");
        return model;
    }

    private sealed class Look(Action<Model> look) : Callback
    {
        public override void OnTestBatchEnd(int batch, Logs logs) => look(Model);
    }
}

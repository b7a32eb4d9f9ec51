using KerasNet.Callbacks;
using KerasNet.Training;

namespace KerasNet.Tests.Training;

/// <summary>The arguments of Fit, one by one.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class FitArgumentTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 0 }, { 2, 1 } };
    private static readonly float[] _y = [1, 0, 1, 0, 1];

    [Test]
    public void ClassWeightsAreWeightsOfTheSamplesOfAClass()
    {
        var byClass = Model().Fit(_x, _y, epochs: 3, verbose: 0, shuffle: false, classWeight: new Dictionary<int, double> { [0] = 0.5, [1] = 2 });
        var bySample = Model().Fit(_x, _y, epochs: 3, verbose: 0, shuffle: false, sampleWeight: new float[] { 2, 0.5f, 2, 0.5f, 2 });
        Assert.That(byClass["loss"], Is.EqualTo(bySample["loss"]).Within(1e-6));
        Assert.That(byClass["loss"][0], Is.Not.EqualTo(Model().Fit(_x, _y, verbose: 0)["loss"][0]).Within(1e-4));
        Assert.That(() => Model().Fit(_x, _y, verbose: 0, classWeight: new Dictionary<int, double> { [0] = 1 }, sampleWeight: new float[5]), Throws.ArgumentException.With.Message.Contains("at the same time"));
    }

    [Test]
    public void ValidationSplitIsTheEndOfTheData()
    {
        var model = Model(rate: 0);
        var history = model.Fit(_x, _y, verbose: 0, validationSplit: 0.4);
        float[,] end = { { 0, 0 }, { 2, 1 } };
        Assert.That(history["val_loss"][0], Is.EqualTo(model.Evaluate(end, new float[] { 0, 1 }, verbose: 0)["loss"]).Within(1e-6));
    }

    [Test]
    public void TheLastPartialBatchCountsByItsSamples()
    {
        var model = Model(rate: 0);
        Assert.That(model.Fit(_x, _y, batchSize: 2, verbose: 0)["loss"][0], Is.EqualTo(model.Evaluate(_x, _y, batchSize: 5, verbose: 0)["loss"]).Within(1e-6));
    }

    [Test]
    public void InitialEpochAndValidationFreq()
    {
        var history = Model().Fit(_x, _y, epochs: 6, initialEpoch: 2, validationData: (_x, _y), validationFreq: 2, verbose: 0);
        Assert.That(history.Epoch, Is.EqualTo(new[] { 2, 3, 4, 5 }));
        Assert.That(history["val_loss"], Has.Count.EqualTo(2));
        Assert.That(Model().Fit(_x, _y, epochs: 4, validationData: (_x, _y), validationFreq: [1, 3, 4], verbose: 0)["val_loss"], Has.Count.EqualTo(3));
    }

    [Test]
    public void KeptStatesAreResetForTheWholeModel()
    {
        var inner = new Sequential([Keras.Input((2, 1), batchSize: 1), new KerasNet.Layers.LSTM(3, stateful: true)]);
        var model = new Sequential([Keras.Input((2, 1), batchSize: 1), inner]);
        float[] Predict() => ((Tensor)model.Predict(new float[1, 2, 1] { { { 1 }, { 2 } } }, batchSize: 1, verbose: 0)).ToArray<float>();
        var first = Predict();
        Assert.That(Predict(), Is.Not.EqualTo(first), "the state is kept");
        model.ResetStates();
        Assert.That(Predict(), Is.EqualTo(first));
    }

    [Test]
    public void StepsPerEpochGoesOnInTheData()
    {
        var seen = new List<double>();
        var model = Model(rate: 0);
        model.Fit(_x, _y, batchSize: 1, epochs: 3, stepsPerEpoch: 2, shuffle: false, verbose: 0, callbacks: [new LambdaCallback(onEpochEnd: (_, logs) => seen.Add(logs["loss"]))]);
        double Loss(params int[] rows) => rows.Average(r => model.Evaluate(new float[,] { { _x[r, 0], _x[r, 1] } }, new[] { _y[r] }, verbose: 0)["loss"]);
        Assert.That(seen, Is.EqualTo(new[] { Loss(0, 1), Loss(2, 3), Loss(4, 0) }).Within(1e-6));
    }

    [Test]
    public void DataSetsGiveTheirBatchesAndHearOfTheEnd()
    {
        var data = new Rows();
        var model = Model(rate: 0);
        var history = model.Fit(data, epochs: 3, verbose: 0);
        Assert.That(data.Ends, Is.EqualTo(3));
        Assert.That(history["loss"][0], Is.EqualTo(model.Evaluate(data, verbose: 0)["loss"]).Within(1e-6));
        Assert.That(((Tensor)model.Predict(data, verbose: 0)).ToArray<float>(), Is.EqualTo(((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>()).Within(1e-6f));
    }

    [Test]
    public async Task FitAsyncTrainsElsewhere()
    {
        var told = new List<int>();
        var history = await Model().FitAsync(_x, _y, epochs: 3, verbose: 0, progress: new Immediate(p => told.Add(p.Epoch))).ConfigureAwait(false);
        Assert.That(history["loss"], Has.Count.EqualTo(3));
        Assert.That(told, Is.EqualTo(new[] { 0, 1, 2 }));
        using var stop = new CancellationTokenSource();
        var endless = Model().FitAsync(_x, _y, epochs: int.MaxValue, verbose: 0, progress: new Immediate(p => { if (p.Epoch == 2) { stop.Cancel(); } }), cancellationToken: stop.Token);
        Assert.That(async () => await endless.ConfigureAwait(false), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void CallbacksSeeTrainingAndValidationInKerassOrder()
    {
        var calls = new List<string>();
        Model().Fit(_x, _y, batchSize: 3, verbose: 0, validationData: (_x, _y), callbacks: [new Noting(calls)]);
        Assert.That(string.Join(" ", calls), Is.EqualTo("train< epoch< batch< >batch batch< >batch test< >test >epoch >train"));
    }

    [Test, NonParallelizable]
    public void TheConsoleShowsWhatVerboseAsksFor()
    {
        string silent = Printed(() => Model().Fit(_x, _y, epochs: 2, verbose: 0));
        string lines = Printed(() => Model().Fit(_x, _y, epochs: 2, verbose: 2, callbacks: [new LearningRateScheduler(_ => 0.5)]));
        string bar = Printed(() => Model().Fit(_x, _y, verbose: 1, validationData: (_x, _y)));
        Assert.That(silent, Is.Empty);
        Assert.That(lines, Does.Match(@"^Epoch 1/2\r?\n1/1 - \d+s - .*step - learning_rate: 0\.5000 - loss: \d\.\d{4}\r?\nEpoch 2/2\r?\n1/1 - "));
        Assert.That(bar, Does.Contain("1/1").And.Contain("val_loss: ").And.Not.Contain("Epoch"));
    }

    private static string Printed(Action act)
    {
        var text = new StringWriter();
        var before = Console.Out;
        Console.SetOut(text);
        try
        {
            act();
        }
        finally
        {
            Console.SetOut(before);
        }

        return text.ToString();
    }

    private static Sequential Model(double rate = 0.1)
    {
        Keras.SetRandomSeed(3);
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1, activation: "sigmoid")]);
        model.Compile(new KerasNet.Optimizers.SGD(rate), "binary_crossentropy");
        return model;
    }

    private sealed class Immediate(Action<EpochProgress> tell) : IProgress<EpochProgress>
    {
        public void Report(EpochProgress value) => tell(value);
    }

    private sealed class Rows : PyDataset
    {
        public int Ends { get; private set; }

        public override int Length => 5;

        public override Batch GetItem(int index) => (new float[,] { { _x[index, 0], _x[index, 1] } }, new[] { _y[index] });

        public override void OnEpochEnd() => Ends++;
    }

    private sealed class Noting(List<string> calls) : Callback
    {
        public override void OnTrainBegin() => calls.Add("train<");

        public override void OnTrainEnd(Logs logs) => calls.Add(">train");

        public override void OnEpochBegin(int epoch) => calls.Add("epoch<");

        public override void OnEpochEnd(int epoch, Logs logs) => calls.Add(">epoch");

        public override void OnTrainBatchBegin(int batch) => calls.Add("batch<");

        public override void OnTrainBatchEnd(int batch, Logs logs) => calls.Add(">batch");

        public override void OnTestBegin() => calls.Add("test<");

        public override void OnTestEnd(Logs logs) => calls.Add(">test");
    }
}

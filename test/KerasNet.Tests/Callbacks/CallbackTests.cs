using KerasNet.Training;

namespace KerasNet.Tests.Callbacks;

[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class CallbackTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 0 } };
    private static readonly float[] _y = [1, 0, 1, 0];

    [Test]
    public void EarlyStoppingWaitsForItsPatienceAndBringsTheBestWeightsBack()
    {
        var model = Model(learningRate: 50);
        var weights = new List<IReadOnlyList<Tensor>>();
        var stop = new KerasNet.Callbacks.EarlyStopping(monitor: "loss", patience: 2, restoreBestWeights: true);
        var keep = new KerasNet.Callbacks.LambdaCallback(onEpochEnd: (_, _) => weights.Add(model.GetWeights()));
        var history = model.Fit(_x, _y, epochs: 30, verbose: 0, callbacks: [keep, stop]);
        var losses = history["loss"].ToList();
        var best = losses.IndexOf(losses.Min());
        Assert.That(losses, Has.Count.EqualTo(best + 3), "two epochs without a better loss, then the end");
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.EqualTo(weights[best][0].ToArray<float>()));
    }

    [Test]
    public void EarlyStoppingGoesOnWhileTheLossFalls()
    {
        var history = Model(0.01).Fit(_x, _y, epochs: 5, verbose: 0, callbacks: [new KerasNet.Callbacks.EarlyStopping(monitor: "loss", patience: 1)]);
        Assert.That(history.Epoch, Has.Count.EqualTo(5));
    }

    [Test]
    public void TerminateOnNaNEndsTrainingAtOnce()
    {
        var x = (float[,])_x.Clone();
        x[2, 0] = float.NaN;
        var history = Model(0.1).Fit(x, _y, epochs: 5, verbose: 0, shuffle: false, batchSize: 1, callbacks: [new KerasNet.Callbacks.TerminateOnNaN()]);
        Assert.That(history.Epoch, Has.Count.EqualTo(1));
        Assert.That(history["loss"][0], Is.NaN);
        Assert.That(() => Model(0.1).Fit(x, _y, verbose: 0, callbacks: [new KerasNet.Callbacks.TerminateOnNaN(raiseError: true)]), Throws.InvalidOperationException.With.Message.Contains("at batch 0"));
    }

    [Test]
    public void LambdaCallbackSeesEveryBatchAndEpoch()
    {
        var calls = new List<string>();
        var callback = new KerasNet.Callbacks.LambdaCallback(
            e => calls.Add($"begin {e}"), (e, logs) => calls.Add($"end {e} {logs.ContainsKey("val_loss")}"), () => calls.Add("train"), _ => calls.Add("done"), b => calls.Add($"b{b}"), (b, _) => calls.Add($"/b{b}"));
        Model(0.1).Fit(_x, _y, epochs: 1, batchSize: 3, verbose: 0, validationData: (_x, _y), callbacks: [callback]);
        Assert.That(calls, Is.EqualTo(new[] { "train", "begin 0", "b0", "/b0", "b1", "/b1", "end 0 True", "done" }));
    }

    private static Sequential Model(double learningRate)
    {
        Keras.SetRandomSeed(3);
        var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(4, activation: "tanh"), new KerasNet.Layers.Dense(1)]);
        model.Compile(new KerasNet.Optimizers.SGD(learningRate), "mse");
        return model;
    }
}

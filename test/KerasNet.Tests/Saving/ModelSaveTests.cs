using KerasNet.Callbacks;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>What is saved is read again: the same outputs, and training goes on as it would have.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ModelSaveTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0.1f, -0.4f, 0.7f, 0.2f, 1f }, { 0.3f, 0.2f, -0.9f, 0.5f, -1f }, { -0.6f, 0.8f, 0.1f, 0f, 0.5f }, { 0.9f, -0.1f, 0.4f, -0.7f, 0f } };
    private static readonly float[,] _y = { { 1, 0 }, { 0, 1 }, { 0.5f, 0.5f }, { 0.2f, 0.8f } };
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("keras").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("model.keras")]
    [TestCase("model.h5")]
    public void TrainingGoesOnFromAFile(string file)
    {
        var model = Functional();
        model.Compile(new Optimizers.Adam(0.01), loss: "mse", metrics: ["mae"]);
        model.Fit(_x, _y, epochs: 3, verbose: 0, shuffle: false);
        model.Save(At(file));
        var again = Keras.LoadModel(At(file));
        Equal(again.Predict(_x, verbose: 0), model.Predict(_x, verbose: 0));
        model.Fit(_x, _y, epochs: 2, verbose: 0, shuffle: false);
        again.Fit(_x, _y, epochs: 2, verbose: 0, shuffle: false);
        Equal(again.Predict(_x, verbose: 0), model.Predict(_x, verbose: 0));
        Assert.That(again.Evaluate(_x, _y, verbose: 0)["mae"], Is.EqualTo(model.Evaluate(_x, _y, verbose: 0)["mae"]).Within(1e-5));
    }

    [TestCase("model.weights.h5")]
    [TestCase("model.h5")]
    public void WeightsAloneComeBack(string file)
    {
        var model = Functional();
        model.SaveWeights(At(file));
        var other = Keras.ModelFromJson(model.ToJson());
        other.LoadWeights(At(file));
        Equal(other.Predict(_x, verbose: 0), model.Predict(_x, verbose: 0));
    }

    [Test]
    public void WeightsByNameLeaveOtherLayersAlone()
    {
        var model = Functional();
        model.SaveWeights(At("w.h5"));
        var other = new Sequential([Keras.Input(5), new Layers.Dense(4) { Name = "first" }, new Layers.Dense(3) { Name = "new" }]);
        var before = other.GetLayer("new").GetWeights()[0].ToArray<float>();
        other.LoadWeights(At("w.h5"), byName: true);
        Assert.That(other.GetLayer("first").GetWeights()[0].ToArray<float>(), Is.EqualTo(model.GetLayer("first").GetWeights()[0].ToArray<float>()));
        Assert.That(other.GetLayer("new").GetWeights()[0].ToArray<float>(), Is.EqualTo(before));
        Assert.That(() => other.LoadWeights(At("w.h5")), Throws.ArgumentException.With.Message.Contains("Layer count mismatch"));
    }

    [Test]
    public void UnknownClassesAreNamedAtOnce()
    {
        var model = new Sequential([Keras.Input(3), new Layers.Dense(2)]);
        var json = model.ToJson().Replace("\"Dense\"", "\"Dens\"", StringComparison.Ordinal);
        Assert.That(() => Keras.ModelFromJson(json), Throws.ArgumentException.With.Message.Contains("'Dens' (layer 'dense'").And.Message.Contains("near to 'Dense'"));
    }

    [Test]
    public void LambdasAskForTheirFunction()
    {
        var model = new Sequential([Keras.Input(5), new Layers.Dense(2), new Layers.Lambda(x => x * 2) { Name = "twice" }]);
        model.Save(At("m.keras"));
        Equal(Keras.LoadModel(At("m.keras"), new CustomObjects().Function("twice", x => x * 2)).Predict(_x, verbose: 0), model.Predict(_x, verbose: 0));
        var without = Keras.LoadModel(At("m.keras"));
        Assert.That(() => without.Predict(_x, verbose: 0), Throws.InvalidOperationException.With.Message.Contains("'twice'").And.Message.Contains("CustomObjects"));
    }

    [Test]
    public void AFileThatIsThereIsKept()
    {
        File.WriteAllText(At("m.keras"), "old");
        var model = Functional();
        Assert.That(() => model.Save(At("m.keras"), overwrite: false), Throws.InstanceOf<IOException>().With.Message.Contains("overwrite"));
        Assert.That(File.ReadAllText(At("m.keras")), Is.EqualTo("old"));
        Assert.That(() => model.Save(At("m.pb")), Throws.ArgumentException.With.Message.Contains(".keras"));
        model.Save(At("m.keras"));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void CheckpointsKeepTheBest()
    {
        var model = new Sequential([Keras.Input(5), new Layers.Dense(2)]);
        model.Compile(new Optimizers.SGD(0.05), loss: "mse");
        var checkpoint = new ModelCheckpoint(At("e{epoch:02d}.keras"), monitor: "loss", saveBestOnly: true);
        var history = model.Fit(_x, _y, epochs: 3, verbose: 0, callbacks: [checkpoint, new ModelCheckpoint(At("w-{loss:.2f}.weights.h5"), saveWeightsOnly: true)]);
        Assert.That(checkpoint.Best, Is.EqualTo(history["loss"].Min()).Within(1e-6));
        Assert.That(Directory.GetFiles(_folder, "e*.keras").Select(Path.GetFileName), Does.Contain("e01.keras"));
        Assert.That(Directory.GetFiles(_folder, "w-*.weights.h5"), Is.Not.Empty);
    }

    [Test]
    public void AnInterruptedTrainingGoesOn()
    {
        var whole = Trained(_ => { });
        var backup = At("backup");
        Assert.That(
            () => Trained(epoch =>
            {
                if (epoch == 2)
                {
                    throw new InvalidOperationException("interrupted");
                }
            }, backup),
            Throws.InvalidOperationException);
        Assert.That(Directory.Exists(backup));
        var resumed = Trained(_ => { }, backup);
        Assert.That(resumed.Epochs, Is.EqualTo(new[] { 2, 3 }));
        Assert.That(resumed.Loss, Is.EqualTo(whole.Loss).Within(1e-6));
        Assert.That(Directory.Exists(backup), Is.False);
    }

    private static (int[] Epochs, double Loss) Trained(Action<int> onEpoch, string? backup = null)
    {
        Keras.SetRandomSeed(3);
        var model = new Sequential([Keras.Input(5), new Layers.Dense(2, kernelInitializer: "ones")]);
        model.Compile(new Optimizers.Adam(0.02), loss: "mse");
        var epochs = new List<int>();
        var watch = new LambdaCallback(onEpochBegin: epoch =>
        {
            epochs.Add(epoch);
            onEpoch(epoch);
        });
        model.Fit(_x, _y, epochs: 4, verbose: 0, shuffle: false, callbacks: backup is null ? [watch] : [new BackupAndRestore(backup), watch]);
        return ([.. epochs], model.Evaluate(_x, _y, verbose: 0)["loss"]);
    }

    private static Model Functional()
    {
        var x = Keras.Input(5, name: "x");
        var a = new Layers.Dense(4, activation: "relu") { Name = "first" }.Apply(x);
        var shared = new Layers.Dense(4) { Name = "shared" };
        var b = new Layers.BatchNormalization { Name = "bn" }.Apply(shared.Apply(shared.Apply(a)));
        var inner = new Sequential([Keras.Input(4), new Layers.Dense(3) { Name = "in1" }, new Layers.Dropout(0) { Name = "drop" }]) { Name = "inner" };
        var merged = new Layers.Concatenate { Name = "cat" }.Apply([inner.Apply(a), b]);
        return new Model(x, new Layers.Dense(2) { Name = "out" }.Apply(merged));
    }

    private static void Equal(Arrays a, Arrays b) => Assert.That(((Tensor)a).ToArray<float>(), Is.EqualTo(((Tensor)b).ToArray<float>()).Within(1e-6));

    private string At(string name) => Path.Combine(_folder, name);
}

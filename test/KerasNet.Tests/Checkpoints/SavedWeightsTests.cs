using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.Tests;

/// <summary>A model's weights in a TensorFlow checkpoint, and its training from there.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SavedWeightsTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0.1f, -0.4f, 0.7f }, { 0.3f, 0.2f, -0.9f } };
    private static readonly float[,] _y = { { 1, 0 }, { 0, 1 } };
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("keras").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("sgd")]
    [TestCase("rmsprop")]
    [TestCase("adam")]
    [TestCase("nadam")]
    [TestCase("adamax")]
    [TestCase("adagrad")]
    [TestCase("adadelta")]
    [TestCase("ftrl")]
    public void TrainingGoesOn(string optimizer) => GoesOn(() => (Optimizers.Optimizer)optimizer);

    [Test]
    public void TheScaleOfTheLossGoesOn() => GoesOn(() => new Optimizers.LossScaleOptimizer(new Optimizers.Adam(0.01), initialScale: 8, dynamicGrowthSteps: 2));

    private void GoesOn(Func<Optimizers.Optimizer> make)
    {
        var (model, again) = (Model(), Model());
        model.Compile(make(), loss: "mse");
        again.Compile(make(), loss: "mse");
        model.Fit(_x, _y, epochs: 3, verbose: 0, shuffle: false);
        model.SaveWeights(At("ckpt"), saveFormat: "tf");
        again.LoadWeights(_folder);
        Assert.That(again.Optimizer!.Iterations.Value.ToArray<long>(), Is.EqualTo(new[] { 3L }));
        model.Fit(_x, _y, epochs: 3, verbose: 0, shuffle: false);
        again.Fit(_x, _y, epochs: 3, verbose: 0, shuffle: false);
        Assert.That(((Tensor)again.Predict(_x, verbose: 0)).ToArray<float>(), Is.EqualTo(((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>()).Within(1e-6));
    }

    [Test]
    public void WeightsHaveTheKeysOfKeras2()
    {
        Model().SaveWeights(At("ckpt"), saveFormat: "tf");
        Assert.That(Checkpoint.Read(At("ckpt")).Entries.Keys, Is.EqualTo(new[]
        {
            "_CHECKPOINTABLE_OBJECT_GRAPH", "layer_with_weights-0/bias/.ATTRIBUTES/VARIABLE_VALUE", "layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE",
            "layer_with_weights-1/layer_with_weights-0/cell/bias/.ATTRIBUTES/VARIABLE_VALUE", "layer_with_weights-1/layer_with_weights-0/cell/kernel/.ATTRIBUTES/VARIABLE_VALUE",
            "layer_with_weights-1/layer_with_weights-0/cell/recurrent_kernel/.ATTRIBUTES/VARIABLE_VALUE",
            "save_counter/.ATTRIBUTES/VARIABLE_VALUE",
        }));
        Assert.That(File.ReadAllText(At("checkpoint")), Is.EqualTo("model_checkpoint_path: \"ckpt\"\nall_model_checkpoint_paths: \"ckpt\"\n"));
    }

    [Test]
    public void WrongFormatsAndPlacesAreRefused()
    {
        var model = Model();
        Assert.That(() => model.SaveWeights(At("ckpt")), Throws.ArgumentException.With.Message.Contains("saveFormat: \"tf\""));
        Assert.That(() => model.SaveWeights(At("ckpt"), saveFormat: "zip"), Throws.ArgumentException.With.Message.Contains("Unknown save_format 'zip'"));
        model.SaveWeights(At("ckpt"), saveFormat: "tf");
        Assert.That(() => model.SaveWeights(At("ckpt"), overwrite: false, saveFormat: "tf"), Throws.InstanceOf<IOException>());
    }

    private static Model Model()
    {
        var x = Keras.Input(3);
        var hidden = new Layers.Dense(4, activation: "tanh").Apply(x);
        var inner = new Sequential([Keras.Input((2, 2)), new Layers.LSTM(2), new Layers.Dropout(0)]);
        return new Model(x, inner.Apply(new Layers.Reshape((2, 2)).Apply(hidden)));
    }

    private string At(string name) => Path.Combine(_folder, name);
}

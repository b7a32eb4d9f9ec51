using KerasNet.Saving;
using KerasNet.TensorFlow.SavedModels;
using KerasNet.Tests.EachLayer;

namespace KerasNet.Tests;

/// <summary>SavedModels run as they were saved, and give back the Keras model where they hold one.</summary>
[TestsLayers(typeof(KerasNet.Layers.TFSMLayer))]
public sealed class SavedModelTests
{
    private const string Exported = "saving/keras3.15.1-tf/mlp";

    [TestCase(Exported)]
    [TestCase("saving/tfk2.15/mlp")]
    [TestCase("saving/tfk2.3/mlp")]
    public void ASignatureComputesWhatKerasComputed(string folder)
    {
        var io = TensorArchive.Read(Golden.PathOf(folder + "/io.npz"));
        using var saved = SavedModel.Load(Golden.PathOf(folder + "/saved_model"));
        var signature = saved.Signatures["serving_default"];
        var outputs = signature.Run(new Dictionary<string, Tensor> { [signature.InputNames.Single()] = io["x0"] });
        var (got, wanted) = (outputs[signature.OutputNames.Single()].ToArray<float>(), io["y0"].ToArray<float>());
        Assert.That(got, Has.Length.EqualTo(wanted.Length));
        for (var i = 0; i < got.Length; i++)
        {
            Assert.That(got[i], Is.EqualTo(wanted[i]).Within(1e-5 + (1e-4 * Math.Abs(wanted[i]))));
        }
    }

    [Test]
    public void WrongInputsAndFoldersAreRefused()
    {
        using var saved = SavedModel.Load(Golden.PathOf(Exported + "/saved_model"));
        var signature = saved.Signatures["serving_default"];
        Assert.That(() => signature.Run(new Dictionary<string, Tensor> { ["none"] = 1f }), Throws.ArgumentException.With.Message.Contains("takes inputs"));
        Assert.That(() => signature.Run(new Dictionary<string, Tensor> { [signature.InputNames[0]] = new float[,] { { 1 } } }), Throws.ArgumentException.With.Message.Contains("10) and type float32. Received: shape (1, 1)"));
        Assert.That(() => SavedModel.Load(Golden.PathOf(Exported + "/saved_model"), tag: "train"), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => SavedModel.Load(Golden.PathOf(Exported)), Throws.TypeOf<FileNotFoundException>());
    }

    [Test]
    public void AnExportedFunctionIsNoModel() =>
        Assert.That(() => Keras.LoadModel(Golden.PathOf(Exported + "/saved_model")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("holds a function but no Keras model"));

    [TestCase("tensorflow")]
    [TestCase("managed")]
    public void ASignatureIsALayerOfAModel(string backend)
    {
        using var scope = Keras.Scope(backend);
        var io = TensorArchive.Read(Golden.PathOf(Exported + "/io.npz"));
        var layer = new KerasNet.Layers.TFSMLayer(Golden.PathOf(Exported + "/saved_model"));
        var model = new Sequential([Keras.Input(10), layer, new KerasNet.Layers.Rescaling(2)]);
        var (got, wanted) = (((Tensor)model.Predict(io["x0"], verbose: 0)).ToArray<float>(), io["y0"].ToArray<float>());
        Assert.That(got, Is.EqualTo(wanted.Select(y => 2 * y)).Within(1e-4));
        Assert.That(KerasNet.Layers.Layer.Deserialize(KerasNet.Layers.Layer.Serialize(layer)).Apply(io["x0"]).ToArray<float>(), Is.EqualTo(wanted).Within(1e-4));
        Assert.That(() => new KerasNet.Layers.TFSMLayer(Golden.PathOf(Exported)), Throws.TypeOf<FileNotFoundException>());
        Assert.That(() => new KerasNet.Layers.TFSMLayer(Golden.PathOf(Exported + "/saved_model"), "none"), Throws.ArgumentException.Or.InstanceOf<KeyNotFoundException>());
    }
}

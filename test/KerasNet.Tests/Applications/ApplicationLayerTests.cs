using KerasNet.Applications;
using KerasNet.Layers;

namespace KerasNet.Tests.Architectures;

/// <summary>The layers that only architectures have.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ApplicationLayerTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void LayerScaleMultipliesEachChannel()
    {
        var layer = new LayerScale(0.5, 2);
        Assert.That(layer.Apply(Tensor.Create<float>([1, 2, 3, 4], (2, 2))).ToArray<float>(), Is.EqualTo(new[] { 0.5f, 1f, 1.5f, 2f }));
        layer.SetWeights([Tensor.Create<float>([2, -1], 2)]);
        Assert.That(layer.Apply(Tensor.Create<float>([1, 2, 3, 4], (2, 2))).ToArray<float>(), Is.EqualTo(new[] { 2f, -2f, 6f, -4f }));
        Assert.That(layer.TrainableWeights, Has.Count.EqualTo(1));
    }

    [Test]
    public void CustomScaleLayerAddsTheScaledSecond()
    {
        var layer = new CustomScaleLayer(0.5);
        Tensors inputs = new([Tensor.Create<float>([1, 2], (1, 2)), Tensor.Create<float>([10, 20], (1, 2))]);
        Assert.That(layer.Apply(inputs).Single().ToArray<float>(), Is.EqualTo(new[] { 6f, 12f }));
        Assert.That(() => layer.Apply(new Tensors([inputs[0]])), Throws.ArgumentException.With.Message.Contains("expects 2 inputs"));
    }

    [Test]
    public void StochasticDepthLeavesOutWholeSamplesInTraining()
    {
        Keras.SetRandomSeed(7);
        var layer = new StochasticDepth(0.25);
        var x = Tensor.Create<float>([.. Enumerable.Repeat(3f, 4000)], (1000, 2, 2));
        Assert.That(layer.Apply(x).ToArray<float>(), Is.All.EqualTo(3f));
        var y = layer.Apply(x, training: true).ToArray<float>();
        var kept = 0;
        for (var sample = 0; sample < 1000; sample++)
        {
            var row = y.AsSpan(sample * 4, 4);
            Assert.That(row.ToArray(), Is.All.EqualTo(row[0]));
            Assert.That(row[0], Is.EqualTo(0f).Or.EqualTo(4f).Within(1e-5));
            kept += row[0] > 0 ? 1 : 0;
        }

        Assert.That(kept, Is.InRange(690, 810));
    }

    [Test]
    public void TheyComeBackFromTheirConfigsWithKerassModules()
    {
        foreach (var (layer, module) in ((Layer, string)[])[(new LayerScale(1e-6, 4), "convnext"), (new StochasticDepth(0.1), "convnext"), (new CustomScaleLayer(0.17), "inception_resnet_v2")])
        {
            var json = Layer.Serialize(layer);
            Assert.That((string?)json["module"], Is.EqualTo("keras.src.applications." + module));
            var copy = Layer.Deserialize(json);
            Assert.That(copy.GetType(), Is.EqualTo(layer.GetType()));
            Assert.That(copy.GetConfig().ToJsonString(), Is.EqualTo(layer.GetConfig().ToJsonString()));
        }
    }
}

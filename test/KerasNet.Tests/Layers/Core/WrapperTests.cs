using KerasNet.Layers;

namespace KerasNet.Tests.Core;

/// <summary>Own wrappers: weights, paths, training.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class WrapperTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void TheInnerLayersWeightsAreTheWrappers()
    {
        var wrapper = new Twice(new Dense(3)) { Name = "twice" };
        var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        var y = wrapper.Apply(x);
        Assert.That(wrapper.Weights.Select(w => w.Path), Is.EqualTo(new[] { "twice/dense/kernel", "twice/dense/bias" }));
        Assert.That(y.ToArray<float>(), Is.EqualTo((wrapper.Layer.Apply(x) * 2).ToArray<float>()));
        wrapper.Trainable = false;
        Assert.That(wrapper.Layer.TrainableWeights, Is.Empty);
    }

    private sealed class Twice(Layer layer) : Wrapper(layer)
    {
        protected override Tensor Call(Tensor x, CallContext context) => Layer.Apply(x) * 2;
    }
}

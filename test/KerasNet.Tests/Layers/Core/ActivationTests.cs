using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ActivationTests(string backend) : LayerFixture<Activation>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Activation("tanh"), input: [2, 3], output: [2, 3]);

    [Test]
    public void PassesMasksOn() => Check(() => new Activation("softmax"), input: [2, 3, 4], output: [2, 3, 4], mask: true);
}

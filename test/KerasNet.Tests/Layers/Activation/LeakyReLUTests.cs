using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class LeakyReLUTests(string backend) : LayerFixture<LeakyReLU>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new LeakyReLU(0.2), input: [2, 3], output: [2, 3]);
}

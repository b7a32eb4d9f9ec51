using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RescalingTests(string backend) : LayerFixture<Rescaling>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Rescaling(2.0, offset: 0.5), input: [2, 3], output: [2, 3]);
}

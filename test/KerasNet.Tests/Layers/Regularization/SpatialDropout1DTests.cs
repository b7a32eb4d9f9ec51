using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SpatialDropout1DTests(string backend) : LayerFixture<SpatialDropout1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new SpatialDropout1D(0.5, seed: 3), input: [2, 3, 4], output: [2, 3, 4], training: true, random: true);
}

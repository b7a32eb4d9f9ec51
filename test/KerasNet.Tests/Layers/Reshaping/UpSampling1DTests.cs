using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class UpSampling1DTests(string backend) : LayerFixture<UpSampling1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new UpSampling1D(2), input: [2, 3, 2], output: [2, 6, 2]);
}

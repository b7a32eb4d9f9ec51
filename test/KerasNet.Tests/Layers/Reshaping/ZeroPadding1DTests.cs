using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ZeroPadding1DTests(string backend) : LayerFixture<ZeroPadding1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ZeroPadding1D((1, 2)), input: [2, 3, 2], output: [2, 6, 2]);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ZeroPadding2DTests(string backend) : LayerFixture<ZeroPadding2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ZeroPadding2D(((1, 0), (0, 2))), input: [2, 2, 3, 2], output: [2, 3, 5, 2]);
}

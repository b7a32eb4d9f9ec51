using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ZeroPadding3DTests(string backend) : LayerFixture<ZeroPadding3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ZeroPadding3D((1, 0, 2)), input: [1, 2, 2, 2, 2], output: [1, 4, 2, 6, 2]);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class IdentityTests(string backend) : LayerFixture<Identity>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Identity(), input: [2, 3, 2], output: [2, 3, 2], mask: true);
}

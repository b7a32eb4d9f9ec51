using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ReshapeTests(string backend) : LayerFixture<Reshape>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Reshape((3, -1)), input: [2, 4, 6], output: [2, 3, 8]);
}

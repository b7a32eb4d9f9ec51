using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PermuteTests(string backend) : LayerFixture<Permute>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Permute([2, 1]), input: [2, 3, 4], output: [2, 4, 3]);
}

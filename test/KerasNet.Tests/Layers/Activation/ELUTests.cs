using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ELUTests(string backend) : LayerFixture<ELU>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ELU(0.5), input: [2, 3], output: [2, 3], mask: false);
}

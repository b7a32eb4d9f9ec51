using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MaskingTests(string backend) : LayerFixture<Masking>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Masking(), input: [2, 3, 4], output: [2, 3, 4]);
}

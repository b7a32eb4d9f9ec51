using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SeparableConv1DTests(string backend) : LayerFixture<SeparableConv1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new SeparableConv1D(3, 2), input: [2, 6, 2], output: [2, 5, 3], trainableWeights: 3);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SeparableConv2DTests(string backend) : LayerFixture<SeparableConv2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new SeparableConv2D(3, 2, strides: 2, depthMultiplier: 2), input: [1, 5, 5, 2], output: [1, 2, 2, 3], trainableWeights: 3);
}

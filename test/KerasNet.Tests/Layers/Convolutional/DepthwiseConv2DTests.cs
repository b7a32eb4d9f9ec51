using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class DepthwiseConv2DTests(string backend) : LayerFixture<DepthwiseConv2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new DepthwiseConv2D(2, depthMultiplier: 2, padding: "same"), input: [1, 4, 4, 2], output: [1, 4, 4, 4], trainableWeights: 2);
}

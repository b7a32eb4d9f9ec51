using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class DepthwiseConv1DTests(string backend) : LayerFixture<DepthwiseConv1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new DepthwiseConv1D(3, depthMultiplier: 2), input: [2, 6, 2], output: [2, 4, 4], trainableWeights: 2);
}

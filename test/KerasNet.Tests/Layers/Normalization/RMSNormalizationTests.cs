using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RMSNormalizationTests(string backend) : LayerFixture<RMSNormalization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new RMSNormalization(), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 1);
}

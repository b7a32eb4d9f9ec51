using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PReLUTests(string backend) : LayerFixture<PReLU>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new PReLU(), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 1);

    [Test]
    public void SharesSlopes() => Check(() => new PReLU(alphaInitializer: "ones", sharedAxes: [1]), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 1, mask: true);
}

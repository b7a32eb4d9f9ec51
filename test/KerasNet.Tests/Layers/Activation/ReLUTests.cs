using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ReLUTests(string backend) : LayerFixture<ReLU>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ReLU(), input: [2, 3], output: [2, 3]);

    [Test]
    public void HasSlopeThresholdAndCeiling() => Check(() => new ReLU(maxValue: 0.6, negativeSlope: 0.1, threshold: 0.2), input: [2, 9], output: [2, 9]);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AdaptiveAveragePooling1DTests(string backend) : LayerFixture<AdaptiveAveragePooling1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AdaptiveAveragePooling1D(2), input: [2, 7, 3], output: [2, 2, 3]);

    [Test]
    public void PoolsChannelsFirst() => Check(() => new AdaptiveAveragePooling1D(3, "channels_first"), input: [2, 3, 7], output: [2, 3, 3]);
}

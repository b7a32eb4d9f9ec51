using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AdaptiveMaxPooling1DTests(string backend) : LayerFixture<AdaptiveMaxPooling1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AdaptiveMaxPooling1D(2), input: [2, 7, 3], output: [2, 2, 3]);

    [Test]
    public void PoolsChannelsFirst() => Check(() => new AdaptiveMaxPooling1D(3, "channels_first"), input: [2, 3, 7], output: [2, 3, 3]);
}

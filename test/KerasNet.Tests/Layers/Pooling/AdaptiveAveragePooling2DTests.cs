using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AdaptiveAveragePooling2DTests(string backend) : LayerFixture<AdaptiveAveragePooling2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AdaptiveAveragePooling2D(2), input: [2, 6, 5, 2], output: [2, 2, 2, 2]);

    [Test]
    public void PoolsChannelsFirst() => Check(() => new AdaptiveAveragePooling2D(3, "channels_first"), input: [2, 2, 6, 5], output: [2, 2, 3, 3]);
}

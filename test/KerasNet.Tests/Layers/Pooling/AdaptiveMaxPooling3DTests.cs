using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AdaptiveMaxPooling3DTests(string backend) : LayerFixture<AdaptiveMaxPooling3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AdaptiveMaxPooling3D(2), input: [1, 4, 4, 5, 2], output: [1, 2, 2, 2, 2]);

    [Test]
    public void PoolsChannelsFirst() => Check(() => new AdaptiveMaxPooling3D(3, "channels_first"), input: [1, 2, 4, 4, 5], output: [1, 2, 3, 3, 3]);
}

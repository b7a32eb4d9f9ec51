using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class FlattenTests(string backend) : LayerFixture<Flatten>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Flatten(), input: [2, 3, 4], output: [2, 12]);

    [Test]
    public void TurnsChannels() => Check(() => new Flatten("channels_first"), input: [2, 3, 4, 2], output: [2, 24]);
}

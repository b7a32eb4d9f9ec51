using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SpatialDropout2DTests(string backend) : LayerFixture<SpatialDropout2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new SpatialDropout2D(0.5, seed: 3), input: [2, 3, 2, 4], output: [2, 3, 2, 4], training: true, random: true);

    [Test]
    public void DropsFirstChannels() => Check(() => new SpatialDropout2D(0.5, dataFormat: "channels_first", seed: 4), input: [2, 3, 2, 4], output: [2, 3, 2, 4], training: true, random: true);
}

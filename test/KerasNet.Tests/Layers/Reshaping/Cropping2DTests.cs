using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Cropping2DTests(string backend) : LayerFixture<Cropping2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Cropping2D(((1, 0), (0, 2))), input: [2, 4, 5, 2], output: [2, 3, 3, 2]);

    [Test]
    public void CropsChannelsFirst() => Check(() => new Cropping2D(1, "channels_first"), input: [2, 2, 4, 5], output: [2, 2, 2, 3]);
}

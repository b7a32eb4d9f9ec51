using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AveragePooling2DTests(string backend) : LayerFixture<AveragePooling2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AveragePooling2D(2), input: [2, 6, 5, 2], output: [2, 3, 2, 2]);
}

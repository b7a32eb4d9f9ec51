using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Cropping3DTests(string backend) : LayerFixture<Cropping3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Cropping3D(1), input: [1, 3, 4, 5, 2], output: [1, 1, 2, 3, 2]);
}

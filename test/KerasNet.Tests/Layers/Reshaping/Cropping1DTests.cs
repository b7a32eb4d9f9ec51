using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Cropping1DTests(string backend) : LayerFixture<Cropping1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Cropping1D((1, 2)), input: [2, 5, 3], output: [2, 2, 3]);
}

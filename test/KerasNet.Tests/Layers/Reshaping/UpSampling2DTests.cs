using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class UpSampling2DTests(string backend) : LayerFixture<UpSampling2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new UpSampling2D((2, 3)), input: [2, 2, 3, 2], output: [2, 4, 9, 2]);

    [Test]
    public void Interpolates() => Check(() => new UpSampling2D(2, interpolation: "bilinear"), input: [1, 2, 3, 2], output: [1, 4, 6, 2], differences: false);
}

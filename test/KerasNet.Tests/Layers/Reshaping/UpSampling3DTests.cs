using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class UpSampling3DTests(string backend) : LayerFixture<UpSampling3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new UpSampling3D(2), input: [1, 2, 1, 2, 2], output: [1, 4, 2, 4, 2]);
}

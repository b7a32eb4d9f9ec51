using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MaxPooling3DTests(string backend) : LayerFixture<MaxPooling3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new MaxPooling3D(2), input: [1, 4, 4, 5, 2], output: [1, 2, 2, 2, 2]);
}

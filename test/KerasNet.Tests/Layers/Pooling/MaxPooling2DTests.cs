using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MaxPooling2DTests(string backend) : LayerFixture<MaxPooling2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new MaxPooling2D(2), input: [2, 6, 5, 2], output: [2, 3, 2, 2]);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GlobalAveragePooling2DTests(string backend) : LayerFixture<GlobalAveragePooling2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GlobalAveragePooling2D(), input: [2, 6, 5, 2], output: [2, 2]);

    [Test]
    public void KeepsAxes() => Check(() => new GlobalAveragePooling2D(keepdims: true), input: [2, 6, 5, 2], output: [2, 1, 1, 2]);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GlobalAveragePooling3DTests(string backend) : LayerFixture<GlobalAveragePooling3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GlobalAveragePooling3D(), input: [1, 4, 4, 5, 2], output: [1, 2]);

    [Test]
    public void KeepsAxes() => Check(() => new GlobalAveragePooling3D(keepdims: true), input: [1, 4, 4, 5, 2], output: [1, 1, 1, 1, 2]);
}

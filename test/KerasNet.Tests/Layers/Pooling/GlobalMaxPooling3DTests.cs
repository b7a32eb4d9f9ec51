using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GlobalMaxPooling3DTests(string backend) : LayerFixture<GlobalMaxPooling3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GlobalMaxPooling3D(), input: [1, 4, 4, 5, 2], output: [1, 2]);

    [Test]
    public void KeepsAxes() => Check(() => new GlobalMaxPooling3D(keepdims: true), input: [1, 4, 4, 5, 2], output: [1, 1, 1, 1, 2]);
}

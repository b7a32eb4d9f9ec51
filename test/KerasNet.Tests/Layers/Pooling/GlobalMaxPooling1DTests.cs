using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GlobalMaxPooling1DTests(string backend) : LayerFixture<GlobalMaxPooling1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GlobalMaxPooling1D(), input: [2, 7, 3], output: [2, 3]);

    [Test]
    public void KeepsAxes() => Check(() => new GlobalMaxPooling1D(keepdims: true), input: [2, 7, 3], output: [2, 1, 3]);
}

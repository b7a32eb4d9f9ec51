using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GlobalAveragePooling1DTests(string backend) : LayerFixture<GlobalAveragePooling1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GlobalAveragePooling1D(), input: [2, 7, 3], output: [2, 3]);

    [Test]
    public void KeepsAxes() => Check(() => new GlobalAveragePooling1D(keepdims: true), input: [2, 7, 3], output: [2, 1, 3]);

    [Test]
    public void CountsUnmaskedSteps() => Check(() => new GlobalAveragePooling1D(), input: [2, 5, 3], output: [2, 3], mask: true);
}

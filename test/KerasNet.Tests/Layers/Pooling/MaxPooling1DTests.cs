using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MaxPooling1DTests(string backend) : LayerFixture<MaxPooling1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new MaxPooling1D(2), input: [2, 7, 3], output: [2, 3, 3]);
}

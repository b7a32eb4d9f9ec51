using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class LayerNormalizationTests(string backend) : LayerFixture<LayerNormalization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new LayerNormalization(), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 2, mask: true);

    [Test]
    public void GoesOverSeveralAxes() => Check(() => new LayerNormalization([1, 2], scale: false), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 1);
}

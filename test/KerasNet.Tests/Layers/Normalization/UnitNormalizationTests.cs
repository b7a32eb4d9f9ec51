using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class UnitNormalizationTests(string backend) : LayerFixture<UnitNormalization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new UnitNormalization(), input: [2, 3, 4], output: [2, 3, 4], mask: true);

    [Test]
    public void GoesOverSeveralAxes() => Check(() => new UnitNormalization([1, 2]), input: [2, 3, 4], output: [2, 3, 4]);
}

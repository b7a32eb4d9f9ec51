using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GroupNormalizationTests(string backend) : LayerFixture<GroupNormalization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GroupNormalization(2), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 2);

    [Test]
    public void IsOfInstances() => Check(() => new GroupNormalization(-1, axis: 1, center: false), input: [2, 3, 4], output: [2, 3, 4], trainableWeights: 1);
}

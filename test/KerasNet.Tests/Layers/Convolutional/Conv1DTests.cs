using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Conv1DTests(string backend) : LayerFixture<Conv1D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Conv1D(4, 3, activation: "relu"), input: [2, 6, 2], output: [2, 4, 4], trainableWeights: 2);

    [Test]
    public void LooksBack() => Check(() => new Conv1D(2, 3, padding: "causal", dilationRate: 2), input: [2, 7, 2], output: [2, 7, 2], trainableWeights: 2);

    [Test]
    public void HasGroups() => Check(() => new Conv1D(4, 2, groups: 2, strides: 2, useBias: false), input: [2, 6, 4], output: [2, 3, 4], trainableWeights: 1);
}

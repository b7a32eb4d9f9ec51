using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Conv2DTests(string backend) : LayerFixture<Conv2D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Conv2D(3, 2, activation: "tanh"), input: [2, 4, 5, 2], output: [2, 3, 4, 3], trainableWeights: 2);

    [Test]
    public void HasGroups() => Check(
        () => new Conv2D(4, (2, 3), groups: 2, padding: "same", kernelRegularizer: "l2", activityRegularizer: "l2"),
        input: [1, 4, 5, 2], output: [1, 4, 5, 4], trainableWeights: 2);

    [Test]
    public void Dilates() => Check(() => new Conv2D(2, 2, dilationRate: 2), input: [1, 5, 5, 2], output: [1, 3, 3, 2], trainableWeights: 2);
}

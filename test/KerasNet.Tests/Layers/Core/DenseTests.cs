using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class DenseTests(string backend) : LayerFixture<Dense>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Dense(4, activation: "relu"), input: [2, 3], output: [2, 4], trainableWeights: 2);

    [Test]
    public void IsALayerOverSeveralAxes() => Check(
        () => new Dense(2, useBias: false, kernelRegularizer: "l2", activityRegularizer: "l1"),
        input: [2, 3, 4], output: [2, 3, 2], trainableWeights: 1, training: true);

    [Test]
    public void PassesMasksOn() => Check(() => new Dense(2), input: [2, 3, 4], output: [2, 3, 2], trainableWeights: 2, mask: true);
}

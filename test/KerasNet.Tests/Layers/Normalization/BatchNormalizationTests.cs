using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class BatchNormalizationTests(string backend) : LayerFixture<BatchNormalization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new BatchNormalization(), input: [4, 3], output: [4, 3], trainableWeights: 2, nonTrainableWeights: 2);

    [Test]
    public void TakesStatisticsOfTheBatch() => Check(
        () => new BatchNormalization(momentum: 0.9, epsilon: 0.01),
        input: [4, 3, 2], output: [4, 3, 2], trainableWeights: 2, nonTrainableWeights: 2, training: true);

    [Test]
    public void CountsUnmaskedPlaces() => Check(() => new BatchNormalization(), input: [4, 3, 2], output: [4, 3, 2], trainableWeights: 2, nonTrainableWeights: 2, training: true, mask: true);

    [Test]
    public void Renormalises() => Check(() => new BatchNormalization(renorm: true), input: [6, 3], output: [6, 3], trainableWeights: 2, nonTrainableWeights: 5, training: true, differences: false);
}

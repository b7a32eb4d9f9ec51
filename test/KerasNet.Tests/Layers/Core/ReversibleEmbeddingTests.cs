using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ReversibleEmbeddingTests(string backend) : LayerFixture<ReversibleEmbedding>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ReversibleEmbedding(5, 3), input: [2, 4], output: [2, 4, 3], trainableWeights: 1, integers: 5);

    [Test]
    public void GoesBack() => Check(() => new ReversibleEmbedding(5, 3, logitSoftCap: 0.5), input: [2, 4, 3], output: [2, 4, 5], trainableWeights: 1, narrow: false, arguments: new() { ["reverse"] = true });

    [Test]
    public void GoesBackWithWeightsOfItsOwn() => Check(
        () => new ReversibleEmbedding(5, 3, tieWeights: false),
        input: [2, 4, 3], output: [2, 4, 5], trainableWeights: 2, narrow: false, arguments: new() { ["reverse"] = true });

    [Test]
    public void MasksZeros() => Check(() => new ReversibleEmbedding(4, 2, maskZero: true), input: [2, 5], output: [2, 5, 2], trainableWeights: 1, integers: 4);
}

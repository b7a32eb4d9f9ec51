using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class EmbeddingTests(string backend) : LayerFixture<Embedding>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Embedding(5, 3), input: [2, 4], output: [2, 4, 3], trainableWeights: 1, integers: 5);

    [Test]
    public void MasksZeros() => Check(() => new Embedding(4, 2, maskZero: true, embeddingsRegularizer: "l1"), input: [2, 5], output: [2, 5, 2], trainableWeights: 1, integers: 4);
}

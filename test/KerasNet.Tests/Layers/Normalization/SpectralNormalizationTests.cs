using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SpectralNormalizationTests(string backend) : LayerFixture<SpectralNormalization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new SpectralNormalization(new Dense(2)), input: [2, 3], output: [2, 2], trainableWeights: 2, nonTrainableWeights: 1);

    [Test]
    public void DividesByTheNorm() => Check(
        () => new SpectralNormalization(new Conv2D(3, 2), powerIterations: 2),
        input: [1, 3, 4, 2], output: [1, 2, 3, 3], trainableWeights: 2, nonTrainableWeights: 1, training: true, differences: false);

    [Test]
    public void WrapsAnEmbedding()
    {
        var layer = new SpectralNormalization(new Embedding(4, 2));
        layer.Apply(new float[,] { { 0, 3 } }, training: true);
        Assert.That(layer.Weights.Select(w => w.Name), Is.EqualTo(new[] { "embeddings", "vector_u" }));
    }

    [Test]
    public void RefusesLayersWithoutAKernel() => Refuses(() => new SpectralNormalization(new ReLU()), ["no attribute 'kernel'"], [2, 3]);

    [Test]
    public void RefusesNoIterations() => Refuses(() => new SpectralNormalization(new Dense(2), 0), ["powerIterations", "positive"]);
}

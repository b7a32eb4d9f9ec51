using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PipelineTests(string backend) : LayerFixture<Pipeline>(backend)
{
    [Test]
    public void IsALayer() => Check(
        () => new Pipeline([new Dense(3), new BatchNormalization(), new Dropout(0.5, seed: 7)]),
        input: [4, 2], output: [4, 3], trainableWeights: 4, nonTrainableWeights: 2, training: true, random: true);

    [Test]
    public void RunsItsLayers() => Check(() => new Pipeline([new ReLU(), new Reshape(6)]), input: [2, 3, 2], output: [2, 6]);
}

using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GaussianNoiseTests(string backend) : LayerFixture<GaussianNoise>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GaussianNoise(0.4, seed: 3), input: [2, 6], output: [2, 6], training: true, random: true);
}

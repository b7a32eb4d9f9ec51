using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AlphaDropoutTests(string backend) : LayerFixture<AlphaDropout>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AlphaDropout(0.4, seed: 3), input: [2, 6], output: [2, 6], training: true, random: true);

    [Test]
    public void SharesNoise() => Check(() => new AlphaDropout(0.4, noiseShape: (null, 1, 6), seed: 3), input: [2, 3, 6], output: [2, 3, 6], training: true, random: true);
}

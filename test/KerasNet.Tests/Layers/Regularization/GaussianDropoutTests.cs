using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GaussianDropoutTests(string backend) : LayerFixture<GaussianDropout>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GaussianDropout(0.4, seed: 3), input: [2, 6], output: [2, 6], training: true, random: true);
}

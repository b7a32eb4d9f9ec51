using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RepeatVectorTests(string backend) : LayerFixture<RepeatVector>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new RepeatVector(3), input: [2, 4], output: [2, 3, 4]);
}

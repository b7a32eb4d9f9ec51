using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AverageTests(string backend) : LayerFixture<Average>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Average(), input: [[2, 3, 4], [2, 3, 4], [2, 3, 4]], output: [2, 3, 4]);

    [Test]
    public void Broadcasts() => Check(() => new Average(), input: [[2, 3, 4], [2, 4]], output: [2, 3, 4]);

    [Test]
    public void JoinsMasks() => Check(() => new Average(), input: [[2, 3, 4], [2, 3, 4]], output: [2, 3, 4], mask: true);
}
